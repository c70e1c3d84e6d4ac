package org.jpacker.proto.icmp;

import org.jpacker.api.Header;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;

/** Packets that errors quote. */
final class Quote {
  private Quote() {}

  /** The octets that {@code error} quotes, as a packet with the same protocols. */
  static Packet of(Header error, byte[] octets, int linkType) {
    ProtocolRegistry registry =
        error.packet() == null ? ProtocolRegistry.installed() : error.packet().link().registry();
    return Packet.read(octets, linkType, registry);
  }
}
