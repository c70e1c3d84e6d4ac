package org.jpacker.proto.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;

/** Packets and fragments for tests. */
final class Fragments {
  static final int RAW_IP = 101;
  static final ProtocolRegistry REGISTRY = ProtocolRegistry.of(new IpProvider());

  /** A protocol that nobody claims. */
  static final int UNUSED = 253;

  private Fragments() {}

  static Packet read(Packet packet) {
    return Packet.read(packet.toBytes(), RAW_IP, REGISTRY);
  }

  /** A fragment whose data are the letters of {@code text}, eight octets each. */
  static Packet part(int id, int units, boolean more, String text) {
    Ipv4 ip =
        new Ipv4().src("10.0.0.1").dst("10.0.0.2").id(id).proto(UNUSED).fragOffset(units).mf(more);
    ip.payload(octets(text));
    return read(Packet.of(RAW_IP, ip));
  }

  static byte[] octets(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append(Character.toString(c).repeat(8)));
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** A packet of IPv6 with {@code octets} of data behind two extension headers. */
  static Packet six(int octets) {
    byte[] data = new byte[octets];
    new Random(octets).nextBytes(data);
    Ipv6DestinationOptions last = new Ipv6DestinationOptions().nxt(UNUSED);
    last.payload(data);
    return read(
        Packet.of(
            RAW_IP,
            new Ipv6().src("2001:db8::1").dst("2001:db8::2"),
            new Ipv6HopByHop().options(List.of(new Ipv6Option.RouterAlert(0))),
            last));
  }

  /** A fragment of IPv6. */
  static Packet six(int units, boolean more, int next, byte[] data) {
    Ipv6Fragment fragment = new Ipv6Fragment().nxt(next).ident(1).offset(units).more(more);
    fragment.payload(data);
    return read(Packet.of(RAW_IP, new Ipv6().src("::1").dst("::2"), fragment));
  }

  /** The one packet that {@code packets} give. */
  static Packet whole(Defragmenter defragmenter, List<Packet> packets) {
    List<Packet> whole = new ArrayList<>();
    packets.forEach(packet -> defragmenter.accept(packet).ifPresent(whole::add));
    assertEquals(1, whole.size());
    return whole.get(0);
  }
}
