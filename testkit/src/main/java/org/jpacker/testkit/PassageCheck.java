package org.jpacker.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.jpacker.api.DispatchKey;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.Packet;
import org.jpacker.api.Passage;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;

/** Checks that a protocol's passage agrees with its header class on the same octets. */
final class PassageCheck {
  private final Protocol<?> protocol;
  private final Passage passage;

  PassageCheck(Protocol<?> protocol) {
    this.protocol = protocol;
    this.passage = protocol.layout().passage();
  }

  /** Returns whether the passage describes these octets; if so, compares it with the header. */
  boolean isDescribed(byte[] octets, String where) {
    int size = protocol.layout().size();
    if (passage == null || octets.length < size || !fits(octets)) {
      return false;
    }
    Layer read = read(octets, selector(octets));
    long head = passage.headerSize() == null ? size : passage.headerSize().read(octets, 0);
    if (head < size || head > octets.length) {
      assertInstanceOf(Malformed.class, read, where + ": header of " + head + " octets");
      return true;
    }
    assertSame(protocol.type(), read.getClass(), where);
    Header header = (Header) read;
    assertEquals(head, header.headerSize(), where + ": header size");
    long end =
        passage.limit() == null
            ? octets.length
            : passage.limit().read(octets, 0) + passage.limitFrom();
    if (end < head) {
      return false;
    }
    assertEquals(Math.min(end, octets.length), header.size(), where + ": size");
    for (var field : passage.certain()) {
      assertEquals(true, field.isPresent(header), where + ": " + field.name() + " is present");
    }
    if (header.size() - header.headerSize() >= Carrier.PROTOCOL.layout().size()) {
      boolean isCarried = header.payload() instanceof Carrier;
      assertEquals(passage.selector() != null, isCarried, where + ": " + header.payload());
    }
    return true;
  }

  private boolean fits(byte[] octets) {
    for (Passage.Condition condition : passage.conditions()) {
      long value = condition.field().read(octets, 0);
      if (value < condition.least() || value > condition.most()) {
        return false;
      }
    }
    return true;
  }

  /** The dispatch key that selects the payload's reader, or null. */
  private DispatchKey selector(byte[] octets) {
    UIntField selector = passage.selector();
    return selector == null ? null : selector.traits().selects().key(selector.read(octets, 0));
  }

  /** Reads a layer with a registry in which {@code selector} leads to a carrier. */
  private Layer read(byte[] octets, DispatchKey selector) {
    ProtocolRegistry registry =
        ProtocolRegistry.of().with(DispatchTable.LINK_TYPE.key(Carrier.LINK_TYPE), protocol);
    if (selector != null) {
      registry = registry.with(selector, Carrier.PROTOCOL);
    }
    return Packet.read(octets, Carrier.LINK_TYPE, registry).first();
  }
}
