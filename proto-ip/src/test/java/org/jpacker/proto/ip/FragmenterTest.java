package org.jpacker.proto.ip;

import static org.jpacker.proto.ip.Fragments.RAW_IP;
import static org.jpacker.proto.ip.Fragments.UNUSED;
import static org.jpacker.proto.ip.Fragments.octets;
import static org.jpacker.proto.ip.Fragments.read;
import static org.jpacker.proto.ip.Fragments.six;
import static org.jpacker.proto.ip.Fragments.whole;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.Packet;
import org.junit.jupiter.api.Test;

/** Fragments of packets, and packets that are not cut. */
class FragmenterTest {
  /** RFC 791, section 3.1: an option with the copied flag is in every fragment. */
  @Test
  void optionsWithoutCopiedFlagAreInTheFirstFragment() {
    Ipv4 ip = new Ipv4().proto(UNUSED);
    ip.options(
        List.of(
            new Ipv4Option.Route(7, 4, List.of(Address.Ipv4.of("0.0.0.0"))),
            new Ipv4Option.RouterAlert(0)));
    ip.payload(new byte[64]);
    List<Packet> fragments = Fragmenter.fragment(read(Packet.of(RAW_IP, ip)), 68);
    assertEquals(32, fragments.get(0).get(Ipv4.class).hdrLen());
    assertEquals(24, fragments.get(1).get(Ipv4.class).hdrLen());
    assertEquals(
        List.of(new Ipv4Option.RouterAlert(0)), fragments.get(1).get(Ipv4.class).options());
    assertEquals(List.of(), fragments.get(1).verify());
  }

  @Test
  void fragmentHeaderOfIpv6GoesBehindHopByHop() {
    Packet packet = six(3000);
    List<Packet> fragments = Fragmenter.fragment(packet, 1280, 0x12345678L);
    assertEquals(3, fragments.size());
    for (Packet fragment : fragments) {
      assertTrue(fragment.length() <= 1280);
      assertEquals(Ipv6HopByHop.class, fragment.layers().get(1).getClass());
      Ipv6Fragment header = (Ipv6Fragment) fragment.layers().get(2);
      assertEquals(60, header.nxt());
      assertEquals(0x12345678L, header.ident());
      assertEquals(List.of(), fragment.verify());
    }
    assertArrayEquals(packet.toBytes(), whole(new Defragmenter(), fragments).toBytes());
  }

  /** Room that is no multiple of eight is of use to the last fragment only. */
  @Test
  void fragmentsTakeTheRoomThatIsThere() {
    Ipv4 ip = new Ipv4().proto(UNUSED);
    ip.payload(new byte[32 + 33]);
    Packet packet = read(Packet.of(RAW_IP, ip));
    assertEquals(
        List.of(52, 53), Fragmenter.fragment(packet, 53).stream().map(Packet::length).toList());
    assertEquals(3, Fragmenter.fragment(packet, 52).size());
    Packet six = six(2000);
    assertEquals(List.of(six), Fragmenter.fragment(six, six.length()));
    assertEquals(2, Fragmenter.fragment(six, six.length() - 1).size());
  }

  @Test
  void whatWasNotCapturedWholeIsNotFragmented() {
    Ipv4 ip = new Ipv4().proto(UNUSED);
    ip.payload(new byte[80]);
    String reason = ": the packet was not captured whole and cannot be fragmented";
    assertEquals(
        "ip" + reason,
        assertThrows(
                IllegalStateException.class,
                () -> Fragmenter.fragment(cut(Packet.of(RAW_IP, ip)), 68))
            .getMessage());
    assertEquals(
        "ipv6" + reason,
        assertThrows(IllegalStateException.class, () -> Fragmenter.fragment(cut(six(3000)), 1280))
            .getMessage());
  }

  private static Packet cut(Packet packet) {
    byte[] octets = packet.toBytes();
    return Packet.read(Arrays.copyOf(octets, octets.length - 1), RAW_IP, Fragments.REGISTRY);
  }

  @Test
  void whatMustNotBeFragmentedIsRefused() {
    Ipv4 ip = new Ipv4().proto(UNUSED).df(true);
    ip.payload(new byte[80]);
    Packet packet = Packet.of(RAW_IP, ip);
    assertEquals(
        "ip.flags.df: the packet of 100 octets must not be fragmented; clear the flag first",
        assertThrows(IllegalStateException.class, () -> Fragmenter.fragment(packet, 68))
            .getMessage());
    assertEquals(List.of(packet), Fragmenter.fragment(packet, 100));
    ip.df(false);
    assertEquals(
        "the link leaves 7 octets for a fragment; at least 8 are needed",
        assertThrows(IllegalArgumentException.class, () -> Fragmenter.fragment(packet, 27))
            .getMessage());
    Packet fragment = Fragmenter.fragment(six(3000), 1280).get(0);
    assertEquals(
        "ipv6: only the source fragments, and this is a fragment",
        assertThrows(IllegalStateException.class, () -> Fragmenter.fragment(fragment, 600))
            .getMessage());
  }

  /** RFC 791: a fragment that is fragmented again keeps its place and its more-fragments flag. */
  @Test
  void fragmentOfIpv4MayBeFragmentedAgain() {
    Ipv4 ip = new Ipv4().src("10.0.0.1").dst("10.0.0.2").id(7).proto(UNUSED);
    ip.payload(octets("abcdefghijklmnopqrstuvwxyz"));
    Packet packet = read(Packet.of(RAW_IP, ip));
    List<Packet> small = new ArrayList<>();
    for (Packet fragment : Fragmenter.fragment(packet, 100)) {
      small.addAll(Fragmenter.fragment(fragment, 44));
    }
    assertEquals(10, small.size());
    assertArrayEquals(packet.toBytes(), whole(new Defragmenter(), small).toBytes());
  }

  /** RFC 7112, section 5: all headers are in the first fragment. */
  @Test
  void linkThatCutsOffHeadersIsRefused() {
    Packet packet = six(3000);
    assertEquals(
        "a link that takes 64 octets cuts off headers, which belong into the first fragment:"
            + " RFC 7112",
        assertThrows(IllegalArgumentException.class, () -> Fragmenter.fragment(packet, 64))
            .getMessage());
  }
}
