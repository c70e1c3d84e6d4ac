package org.jpacker.proto.icmp;

import java.util.Arrays;
import org.jpacker.api.Header;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;

/** Packets that errors quote. */
final class Quote {
  private Quote() {}

  /** The first octets of what {@code error} carries as a packet, read with the same protocols. */
  static Packet of(Header error, int octets, int linkType) {
    ProtocolRegistry registry =
        error.packet() == null ? ProtocolRegistry.installed() : error.packet().link().registry();
    byte[] quoted = Arrays.copyOf(error.payload().toBytes(), octets);
    return Packet.read(quoted, linkType, registry);
  }
}
