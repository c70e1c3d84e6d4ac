package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

import org.jpacker.api.Derivation;
import org.jpacker.api.DispatchKey;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Passage;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * The last number of an Ethernet header and of the tags within: an EtherType from 1536 on, or up to
 * 1500 the length of a frame with LLC, IEEE 802.3, clause 3.2.6.
 */
final class TypeOrLength {
  /** Who reads the payload of a frame that has a length in place of a type; it has one number. */
  static final DispatchTable LENGTHS = DispatchTable.named("eth.len");

  static final DispatchKey FRAME_WITH_LENGTH = LENGTHS.key(0);

  private static final int LONGEST = 1500;

  /** NetWare's IPX over bare 802.3 has a checksum of ones in the place of the LLC access points. */
  private static final int BARE_IPX = 0xffff;

  private TypeOrLength() {}

  /** Zero, neither a type nor a length, counts as the type of a new header. */
  static boolean isLength(int number) {
    return number > 0 && number <= LONGEST;
  }

  /** Whether {@code number} of {@code header} is a length, or will be once it is derived. */
  static boolean isLength(Header header, UIntField number) {
    int value = number.get(header);
    return isLength(value) || value == 0 && header.payload() instanceof Llc;
  }

  /** Derives {@code number} of {@code header}: the length of the payload or its type. */
  static void derive(
      Derivation d, Header header, UIntField number, UIntField length, UIntField type) {
    if (isLength(header, number)) {
      d.length(length, header.payload().size());
    }
    // if the payload is too long for a length, the number stays a type
    d.number(type, ETHERTYPE);
  }

  /** The passage over headers with a type. */
  static Passage passage(UIntField number, UIntField type) {
    return Passage.of().only(number, LONGEST + 1, 0xffff).next(number).with(type);
  }

  /** The payload of a header whose number is a length. */
  static Layer frameWithLength(ProtocolRegistry registry, Header header, Window window)
      throws MalformedException {
    if (window.size() > 1 && window.u16(0) == BARE_IPX) {
      return window.raw();
    }
    return registry.find(LENGTHS, FRAME_WITH_LENGTH.value()).readPayload(header);
  }
}
