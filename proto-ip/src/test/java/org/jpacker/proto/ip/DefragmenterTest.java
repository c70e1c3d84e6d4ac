package org.jpacker.proto.ip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
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
  private static final byte UNUSED_NEXT = (byte) UNUSED;
  private static final int FLOOD = 1_000_000;

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

  /**
   * The bound holds for what the virtual machine has in use, and the last of a million fragments
   * costs what the first did.
   */
  @Test
  void floodOfFirstFragmentsStaysInsideTheBound() {
    Bounds bounds = new Bounds(4 << 20, Duration.ofSeconds(30));
    Defragmenter bounded = new Defragmenter(bounds, Overlap.REFUSE);
    byte[] octets = part(0, 0, true, "abcdefgh").toBytes();
    flood(bounded, octets, 0, FLOOD / 10);
    long inUse = inUse();
    long early = flood(bounded, octets, FLOOD / 10, FLOOD / 5);
    flood(bounded, octets, FLOOD / 5, FLOOD - FLOOD / 10);
    long late = flood(bounded, octets, FLOOD - FLOOD / 10, FLOOD);
    Defragmenter.Counts counts = bounded.counts();
    assertEquals(FLOOD, counts.fragments());
    assertEquals(FLOOD, counts.evicted() + counts.pending());
    assertTrue(counts.pending() > 100, counts.toString());
    assertTrue(late < early * 1.2, early + " octets allocated early, " + late + " late");
    long grown = inUse() - inUse;
    assertTrue(grown < bounds.octets(), grown + " octets more in use");
    long held = inUse();
    bounded = null;
    held -= inUse();
    assertTrue(held < 2 * bounds.octets(), held + " octets in use for " + counts);
  }

  /** Sends first fragments, each from another source; returns the octets that were allocated. */
  private static long flood(Defragmenter defragmenter, byte[] octets, int from, int to) {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int i = from; i < to; i++) {
      byte[] next = octets.clone();
      for (int j = 0; j < 4; j++) {
        next[12 + j] = (byte) (i >>> 8 * j);
      }
      defragmenter.accept(Packet.read(next, RAW_IP, REGISTRY));
      assertTrue(defragmenter.counts().octets() <= 4 << 20);
    }
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }

  private static long inUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** A datagram of many small pieces: what each piece costs is counted too. */
  @Test
  void floodOfPiecesStaysInsideTheBound() {
    Bounds bounds = new Bounds(1 << 20, Duration.ofSeconds(30));
    Defragmenter bounded = new Defragmenter(bounds, Overlap.REFUSE);
    for (int id = 0; id < 40; id++) {
      for (int units = 8000; units > 0; units -= 2) {
        bounded.accept(part(id, units, true, "a"));
        assertTrue(bounded.counts().octets() <= bounds.octets(), bounded.counts().toString());
      }
    }
    assertTrue(bounded.counts().evicted() > 0, bounded.counts().toString());
  }

  /** The "teardrop": a second fragment inside the first one, which ends before it begins anew. */
  @Test
  void fragmentInsideAnotherGivesTheDatagramUp() {
    defragmenter.accept(part(1, 0, true, "abcde"));
    defragmenter.accept(part(1, 3, false, "x"));
    assertEquals(1, defragmenter.counts().contradictory());
    assertEquals(Optional.empty(), defragmenter.accept(part(1, 5, false, "f")));
  }

  /** RFC 791: the total length has 16 bits, and the header is in it. */
  @Test
  void datagramThatIsTooLongWithItsHeaderIsRefused() {
    // 65,512 octets before it and eight more are 65,520, with a header of twenty 65,540
    defragmenter.accept(part(1, 8189, false, "a"));
    assertEquals(1, defragmenter.counts().invalid());
    defragmenter.accept(part(1, 8188, false, "a"));
    assertEquals(1, defragmenter.counts().pending());
  }

  /** The header of the first fragment may be longer than that of the last one. */
  @Test
  void datagramThatIsTooLongWithTheFirstHeaderIsRefused() {
    Ipv4 ip = new Ipv4().src("10.0.0.1").dst("10.0.0.2").id(1).proto(UNUSED).mf(true);
    ip.options(List.of(new Ipv4Option.Route(7, 4, List.of(Address.Ipv4.of("0.0.0.0")))));
    ip.payload(new byte[8188 * 8]);
    defragmenter.accept(part(1, 8188, false, "a"));
    assertEquals(Optional.empty(), defragmenter.accept(read(Packet.of(RAW_IP, ip))));
    assertEquals(1, defragmenter.counts().invalid());
    assertEquals(0, defragmenter.counts().pending());
    assertEquals(0, defragmenter.counts().octets());
  }

  private static Packet six(int units, boolean more, int next, byte[] data) {
    Ipv6Fragment fragment = new Ipv6Fragment().nxt(next).ident(1).offset(units).more(more);
    fragment.payload(data);
    return read(Packet.of(RAW_IP, new Ipv6().src("::1").dst("::2"), fragment));
  }

  /** RFC 7112, section 5: a first fragment "MUST include the entire IPv6 Header Chain". */
  @Test
  void firstFragmentWithoutAllHeadersIsRefused() {
    // destination options of 16 octets, of which eight are there
    byte[] cut = {UNUSED_NEXT, 1, 1, 4, 0, 0, 0, 0};
    assertEquals(Optional.empty(), defragmenter.accept(six(0, true, 60, cut)));
    assertEquals(1, defragmenter.counts().invalid());
    assertEquals(0, defragmenter.counts().pending());
    // all eight of them, but nothing of what is above
    byte[] whole = {UNUSED_NEXT, 0, 1, 4, 0, 0, 0, 0};
    defragmenter.accept(six(0, true, 60, whole));
    assertEquals(2, defragmenter.counts().invalid());
    defragmenter.accept(six(0, true, 60, Arrays.copyOf(whole, 16)));
    assertEquals(1, defragmenter.counts().pending());
    Packet packet = DefragmenterTest.six(3000);
    assertEquals(
        "a link that takes 64 octets cuts off headers, which belong into the first fragment:"
            + " RFC 7112",
        assertThrows(IllegalArgumentException.class, () -> Fragmenter.fragment(packet, 64))
            .getMessage());
  }

  /** RFC 6946, section 4: an atomic fragment does not meet what waits under its key. */
  @Test
  void atomicFragmentDisturbsNothing() {
    defragmenter.accept(six(0, true, UNUSED, new byte[8]));
    assertTrue(defragmenter.accept(six(0, false, UNUSED, new byte[8])).isPresent());
    Packet whole = defragmenter.accept(six(1, false, UNUSED, new byte[3])).orElseThrow();
    assertEquals(11, whole.get(Ipv6.class).payload().size());
    assertEquals(0, defragmenter.counts().contradictory());
  }

  /** RFC 5722: IPv6 gives up whatever the policy for IPv4 is. */
  @Test
  void overlapOfIpv6IsNeverPutTogether() {
    Defragmenter lenient = new Defragmenter(Bounds.DEFAULT, Overlap.FIRST);
    lenient.accept(six(0, true, UNUSED, new byte[16]));
    lenient.accept(six(1, false, UNUSED, new byte[16]));
    assertEquals(1, lenient.counts().contradictory());
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
