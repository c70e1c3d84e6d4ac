package org.jpacker.core;

import java.util.Arrays;
import java.util.List;
import org.jpacker.api.Layer;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.spi.ProtocolProvider;

/** Packets of the made-up protocols. */
final class Samples {
  static final ProtocolRegistry REGISTRY =
      ProtocolRegistry.of(
          new ProtocolProvider() {
            @Override
            public String module() {
              return "org.jpacker.core.test";
            }

            @Override
            public List<Protocol<?>> protocols() {
              return List.of(Wire.PROTOCOL, Net.PROTOCOL, Port.PROTOCOL, Chat.PROTOCOL);
            }
          });

  /** 2014-12-03 03:35:03.821897 in UTC. */
  static final long TIME = 1_417_577_703_821_897_000L;

  private Samples() {}

  /** These layers, written and read back. */
  static Packet read(Layer... layers) {
    return read(Packet.of(layers).toBytes());
  }

  static Packet read(byte[] octets) {
    return read(octets, octets.length, TIME);
  }

  static Packet read(byte[] octets, int originalLength, long nanos) {
    Link link = Link.of(Wire.LINK_TYPE, 0, REGISTRY);
    return new Packet(octets, 0, octets.length, originalLength, nanos, link);
  }

  static Wire wire() {
    Wire wire = new Wire();
    Wire.DST.set(wire, "00:01:02:03:04:05");
    Wire.SRC.set(wire, "06:07:08:09:0a:ff");
    return wire;
  }

  static Net net() {
    return new Net().between("1.2.3.4", "5.6.7.8");
  }

  static Packet chat(String text) {
    return read(wire(), net(), new Port().between(7, 40000), Chat.of(text));
  }

  /** A packet of every layer but the last, with unclaimed octets. */
  static Packet segment() {
    Port port = new Port().between(80, 1234);
    Port.SYN.set(port, true);
    Port.ACK.set(port, true);
    Port.SEQ.set(port, 4_000_000_000L);
    port.payload("hello\n");
    return read(wire(), net(), port);
  }

  static byte[] withOctets(byte[] octets, int more) {
    return Arrays.copyOf(octets, octets.length + more);
  }
}
