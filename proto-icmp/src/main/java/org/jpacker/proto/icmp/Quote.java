package org.jpacker.proto.icmp;

import org.jpacker.api.Header;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;

/** Packets that errors quote. */
final class Quote {
  private Quote() {}

  /** What {@code error} carries as a packet of its own, read with the same protocols. */
  static Packet of(Header error, int linkType) {
    ProtocolRegistry registry =
        error.packet() == null ? ProtocolRegistry.installed() : error.packet().link().registry();
    return Packet.read(error.payload().toBytes(), linkType, registry);
  }
}
