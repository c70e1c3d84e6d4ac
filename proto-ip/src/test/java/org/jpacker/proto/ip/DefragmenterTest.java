package org.jpacker.proto.ip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jpacker.api.Address;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.proto.ip.Defragmenter.Bounds;
import org.jpacker.proto.ip.Defragmenter.Overlap;
import org.junit.jupiter.api.Test;

class DefragmenterTest {
  private static final int RAW_IP = 101;
  private static final ProtocolRegistry REGISTRY = ProtocolRegistry.of(new IpProvider());
  private static final int UNUSED = 253;

  private final Defragmenter defragmenter = new Defragmenter();

  private static Packet read(Packet packet) {
    return Packet.read(packet.toBytes(), RAW_IP, REGISTRY);
  }

  /** A fragment whose data are the letters of {@code text}, eight octets each. */
  private static Packet part(int id, int units, boolean more, String text) {
    Ipv4 ip =
        new Ipv4().src("10.0.0.1").dst("10.0.0.2").id(id).proto(UNUSED).fragOffset(units).mf(more);
    ip.payload(octets(text));
    return read(Packet.of(RAW_IP, ip));
  }

  private static byte[] octets(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append(Character.toString(c).repeat(8)));
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static Packet six(int octets) {
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

  private Packet acceptAll(List<Packet> packets) {
    List<Packet> whole = new ArrayList<>();
    packets.forEach(packet -> defragmenter.accept(packet).ifPresent(whole::add));
    assertEquals(1, whole.size());
    return whole.get(0);
  }

  @Test
  void packetThatIsNoFragmentIsThatPacket() {
    Packet packet = read(Packet.of(RAW_IP, new Ipv4()));
    assertSame(packet, defragmenter.accept(packet).orElseThrow());
    assertEquals(1, defragmenter.counts().unfragmented());
  }

  @Test
  void fragmentsInAnyOrderGiveThePacketBack() {
    Ipv4 ip = new Ipv4().src("10.0.0.1").dst("10.0.0.2").id(7).proto(UNUSED);
    ip.options(List.of(new Ipv4Option.Nop(), new Ipv4Option.End()));
    ip.payload(octets("abcdefghijklmnopqrstuvwxyz"));
    Packet packet = read(Packet.of(RAW_IP, ip));
    List<Packet> fragments = new ArrayList<>(Fragmenter.fragment(packet, 68));
    assertEquals(5, fragments.size());
    Collections.shuffle(fragments, new Random(1));
    assertArrayEquals(packet.toBytes(), acceptAll(fragments).toBytes());
    assertEquals(0, defragmenter.counts().pending());
    assertEquals(0, defragmenter.counts().octets());
  }

  /** RFC 791, section 3.1: the copied flag says that an option "is copied into all fragments". */
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
    assertArrayEquals(packet.toBytes(), acceptAll(fragments).toBytes());
  }

  /** RFC 6946: a fragment that is all there is waits for nothing and disturbs nothing. */
  @Test
  void atomicFragmentIsWholeAtOnce() {
    Ipv6Fragment atomic = new Ipv6Fragment().nxt(UNUSED).ident(1);
    atomic.payload(new byte[5]);
    Packet whole =
        defragmenter
            .accept(read(Packet.of(RAW_IP, new Ipv6().src("::1").dst("::2"), atomic)))
            .orElseThrow();
    assertEquals(UNUSED, whole.get(Ipv6.class).nxt());
    assertEquals(45, whole.length());
  }

  @Test
  void duplicateIsCountedAndChangesNothing() {
    assertEquals(Optional.empty(), defragmenter.accept(part(1, 0, true, "ab")));
    assertEquals(Optional.empty(), defragmenter.accept(part(1, 0, true, "ab")));
    Packet whole = defragmenter.accept(part(1, 2, false, "c")).orElseThrow();
    assertArrayEquals(octets("abc"), whole.get(Ipv4.class).payload().toBytes());
    assertEquals(1, defragmenter.counts().duplicates());
  }

  /** RFC 5722: "any constituent fragments, including those not yet received, MUST be discarded". */
  @Test
  void overlapGivesUpTheDatagramAndWhatMoreComesOfIt() {
    defragmenter.accept(part(1, 0, true, "ab"));
    defragmenter.accept(part(1, 1, true, "xy"));
    assertEquals(Optional.empty(), defragmenter.accept(part(1, 3, false, "d")));
    assertEquals(Optional.empty(), defragmenter.accept(part(1, 0, true, "abc")));
    assertEquals(1, defragmenter.counts().contradictory());
    assertEquals(2, defragmenter.counts().late());
  }

  @Test
  void policySaysWhichOctetsStay() {
    assertEquals("aabbzd", overlapped(Overlap.FIRST));
    assertEquals("awxyzd", overlapped(Overlap.LAST));
  }

  private static String overlapped(Overlap overlap) {
    Defragmenter defragmenter = new Defragmenter(Bounds.DEFAULT, overlap);
    defragmenter.accept(part(1, 0, true, "aa"));
    defragmenter.accept(part(1, 2, true, "bb"));
    defragmenter.accept(part(1, 1, true, "wxyz"));
    Packet whole = defragmenter.accept(part(1, 5, false, "d")).orElseThrow();
    StringBuilder letters = new StringBuilder();
    byte[] octets = whole.get(Ipv4.class).payload().toBytes();
    for (int i = 0; i < octets.length; i += 8) {
      letters.append((char) octets[i]);
    }
    return letters.toString();
  }

  @Test
  void endThatIsToldTwiceIsTheSame() {
    defragmenter.accept(part(1, 2, false, "c"));
    defragmenter.accept(part(1, 3, true, "d"));
    assertEquals(1, defragmenter.counts().contradictory());
    defragmenter.accept(part(2, 3, true, "d"));
    defragmenter.accept(part(2, 2, false, "c"));
    assertEquals(2, defragmenter.counts().contradictory());
    defragmenter.accept(part(3, 3, false, "d"));
    defragmenter.accept(part(3, 2, false, "c"));
    assertEquals(3, defragmenter.counts().contradictory());
  }

  @Test
  void whatCannotBeIsRefused() {
    Ipv4 odd = new Ipv4().proto(UNUSED).mf(true);
    odd.payload(new byte[7]);
    defragmenter.accept(read(Packet.of(RAW_IP, odd)));
    defragmenter.accept(read(Packet.of(RAW_IP, new Ipv4().proto(UNUSED).mf(true))));
    // the "ping of death": its end is beyond what a length can say
    defragmenter.accept(part(1, 8191, false, "ab"));
    byte[] whole = part(1, 0, true, "ab").toBytes();
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    defragmenter.accept(Packet.read(cut, RAW_IP, REGISTRY));
    assertEquals(4, defragmenter.counts().invalid());
    assertEquals(0, defragmenter.counts().pending());
  }

  @Test
  void whatWaitsTooLongIsGivenUp() {
    Defragmenter brief =
        new Defragmenter(new Bounds(1000_000, Duration.ofSeconds(1)), Overlap.REFUSE);
    brief.accept(at(0, part(1, 0, true, "a")));
    brief.accept(at(900_000_000, part(2, 0, true, "a")));
    brief.accept(at(1_000_000_001L, part(3, 0, true, "a")));
    assertEquals(1, brief.counts().expired());
    assertEquals(2, brief.counts().pending());
    assertEquals(Optional.empty(), brief.accept(at(1_000_000_002L, part(1, 1, false, "b"))));
    Packet whole = brief.accept(at(1_100_000_000, part(2, 1, false, "b"))).orElseThrow();
    assertEquals(1_100_000_000, whole.timestampNanos());
  }

  private static Packet at(long nanos, Packet packet) {
    byte[] octets = packet.toBytes();
    return new Packet(octets, 0, octets.length, octets.length, nanos, packet.link());
  }

  @Test
  void floodOfFirstFragmentsStaysInsideTheBound() {
    Bounds bounds = new Bounds(1 << 20, Duration.ofSeconds(30));
    Defragmenter bounded = new Defragmenter(bounds, Overlap.REFUSE);
    Packet first = part(0, 0, true, "abcdefgh");
    byte[] octets = first.toBytes();
    for (int i = 0; i < 1_000_000; i++) {
      byte[] next = octets.clone();
      for (int j = 0; j < 4; j++) {
        next[12 + j] = (byte) (i >>> 8 * j); // each from another source
      }
      bounded.accept(Packet.read(next, RAW_IP, REGISTRY));
      assertTrue(bounded.counts().octets() <= bounds.octets());
    }
    Defragmenter.Counts counts = bounded.counts();
    assertEquals(1_000_000, counts.fragments());
    assertEquals(1_000_000, counts.evicted() + counts.pending());
    assertTrue(counts.pending() > 100, counts.toString());
  }

  @Test
  void fragmentsOfATunnelAreWholeBeforeWhatTheyCarry() {
    Packet inner = six(3000);
    List<Packet> wrapped = new ArrayList<>();
    for (Packet fragment : Fragmenter.fragment(inner, 1480)) {
      Ipv4 tunnel = new Ipv4().src("10.0.0.1").dst("10.0.0.2").id(wrapped.size()).proto(41);
      tunnel.payload(fragment.toBytes());
      wrapped.addAll(Fragmenter.fragment(read(Packet.of(RAW_IP, tunnel)), 600));
    }
    assertEquals(7, wrapped.size());
    Packet whole = acceptAll(wrapped);
    assertArrayEquals(inner.toBytes(), whole.get(Ipv6.class).toBytes());
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
        "a link that leaves 7 octets to a fragment takes none: 8 are the least",
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
    assertArrayEquals(packet.toBytes(), acceptAll(small).toBytes());
  }
}
