package org.jpacker.proto.ip;

import static org.jpacker.proto.ip.Fragments.RAW_IP;
import static org.jpacker.proto.ip.Fragments.REGISTRY;
import static org.jpacker.proto.ip.Fragments.UNUSED;
import static org.jpacker.proto.ip.Fragments.octets;
import static org.jpacker.proto.ip.Fragments.part;
import static org.jpacker.proto.ip.Fragments.read;
import static org.jpacker.proto.ip.Fragments.six;
import static org.jpacker.proto.ip.Fragments.whole;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jpacker.api.Address;
import org.jpacker.api.Packet;
import org.jpacker.proto.ip.Defragmenter.Bounds;
import org.jpacker.proto.ip.Defragmenter.Overlap;
import org.junit.jupiter.api.Test;

/** What becomes of fragments: whole packets, or a count that says why not. */
class DefragmenterTest {
  private static final byte UNUSED_NEXT = (byte) UNUSED;

  private final Defragmenter defragmenter = new Defragmenter();

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
    assertArrayEquals(packet.toBytes(), whole(defragmenter, fragments).toBytes());
    assertEquals(0, defragmenter.counts().pending());
    assertEquals(0, defragmenter.counts().octets());
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

  /** RFC 5722, section 4: all of the datagram is dropped, fragments that come later included. */
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

  /** The octet behind the last that a length can count, with all headers that are counted. */
  @Test
  void datagramsUpToTheLongest() {
    for (int more : new int[] {0, 1}) {
      Ipv4 ip = new Ipv4().id(1).proto(UNUSED).fragOffset(8189);
      ip.payload(new byte[3 + more]);
      defragmenter.accept(read(Packet.of(RAW_IP, ip)));
      assertEquals(more, defragmenter.counts().invalid());
      Ipv6Fragment last = new Ipv6Fragment().nxt(UNUSED).ident(1).offset(8189);
      last.payload(new byte[15 + more]);
      Defragmenter six = new Defragmenter();
      six.accept(read(Packet.of(RAW_IP, new Ipv6(), new Ipv6HopByHop(), last)));
      assertEquals(more, six.counts().invalid());
    }
    Defragmenter whole = new Defragmenter();
    Ipv4 first = new Ipv4().src("10.0.0.1").dst("10.0.0.2").id(1).proto(UNUSED).mf(true);
    first.payload(new byte[8189 * 8]);
    assertEquals(Optional.empty(), whole.accept(read(Packet.of(RAW_IP, first))));
    Ipv4 last = new Ipv4().src("10.0.0.1").dst("10.0.0.2").id(1).proto(UNUSED).fragOffset(8189);
    last.payload(new byte[3]);
    assertEquals(65_535, whole.accept(read(Packet.of(RAW_IP, last))).orElseThrow().length());
    assertEquals(1, whole.counts().reassembled());
  }

  /** A fragment that is there already may still tell where the datagram ends. */
  @Test
  void sameOctetsMayTellTheEnd() {
    Defragmenter lenient = new Defragmenter(Bounds.DEFAULT, Overlap.FIRST);
    lenient.accept(part(1, 1, true, "b"));
    lenient.accept(part(1, 1, false, "b"));
    assertEquals(0, lenient.counts().duplicates());
    lenient.accept(part(1, 1, false, "b"));
    lenient.accept(part(1, 1, true, "b"));
    assertEquals(2, lenient.counts().duplicates());
    Packet whole = lenient.accept(part(1, 0, true, "a")).orElseThrow();
    assertArrayEquals(octets("ab"), whole.get(Ipv4.class).payload().toBytes());
  }

  /** Up to the end that was told, and not beyond it; an end at what is there, and not before. */
  @Test
  void fragmentsUpToTheEnd() {
    Defragmenter lenient = new Defragmenter(Bounds.DEFAULT, Overlap.FIRST);
    lenient.accept(part(1, 2, false, "c"));
    lenient.accept(part(1, 1, true, "bx"));
    Packet whole = lenient.accept(part(1, 0, true, "a")).orElseThrow();
    assertArrayEquals(octets("abc"), whole.get(Ipv4.class).payload().toBytes());
    lenient.accept(part(2, 1, true, "bc"));
    lenient.accept(part(2, 2, false, "x"));
    whole = lenient.accept(part(2, 0, true, "a")).orElseThrow();
    assertArrayEquals(octets("abc"), whole.get(Ipv4.class).payload().toBytes());
    assertEquals(0, lenient.counts().contradictory());
    lenient.accept(part(3, 2, false, "c"));
    lenient.accept(part(3, 2, true, "cd"));
    assertEquals(1, lenient.counts().contradictory());
  }

  /** What stands on both sides of the last fragment stays. */
  @Test
  void lastFragmentCutsTheOneThatIsThere() {
    Defragmenter last = new Defragmenter(Bounds.DEFAULT, Overlap.LAST);
    last.accept(part(1, 1, true, "bcde"));
    last.accept(part(1, 2, true, "x"));
    last.accept(part(1, 3, true, "yz"));
    last.accept(part(1, 0, true, "a"));
    Packet whole = last.accept(part(1, 5, false, "f")).orElseThrow();
    assertArrayEquals(octets("abxyzf"), whole.get(Ipv4.class).payload().toBytes());
  }

  /** The memory that is counted is that of what is kept. */
  @Test
  void memoryIsCounted() {
    defragmenter.accept(part(1, 1, true, "bc"));
    long pieces = defragmenter.counts().octets();
    defragmenter.accept(part(1, 0, true, "a"));
    long both = defragmenter.counts().octets();
    // eight of data, one more piece, and the first packet
    assertEquals(pieces - Datagram.OVERHEAD - 16 + 8 + 28, both - pieces);
    defragmenter.accept(part(1, 1, true, "xyz"));
    assertEquals(Datagram.OVERHEAD, defragmenter.counts().octets());
    assertEquals(1, defragmenter.counts().pending());
  }

  /** As old as allowed, and as much as allowed, is kept; anything more is not. */
  @Test
  void boundsAreTheLastThatIsAllowed() {
    defragmenter.accept(part(1, 1, true, "b"));
    long each = defragmenter.counts().octets();
    for (int less : new int[] {0, 1}) {
      Bounds bounds = new Bounds(2 * each - less, Duration.ofSeconds(1));
      Defragmenter bounded = new Defragmenter(bounds, Overlap.REFUSE);
      bounded.accept(at(0, part(1, 1, true, "b")));
      bounded.accept(at(less, part(2, 1, true, "b")));
      assertEquals(less, bounded.counts().evicted());
      assertEquals((2 - less) * each, bounded.counts().octets());
      bounded.accept(at(1_000_000_000, read(Packet.of(RAW_IP, new Ipv4()))));
      assertEquals(0, bounded.counts().expired());
      bounded.accept(at(1_000_000_002, read(Packet.of(RAW_IP, new Ipv4()))));
      assertEquals(2 - less, bounded.counts().expired());
      assertEquals(0, bounded.counts().octets());
    }
  }

  private static Packet at(long nanos, Packet packet) {
    byte[] octets = packet.toBytes();
    return new Packet(octets, 0, octets.length, octets.length, nanos, packet.link());
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

  /** RFC 7112, section 5: all headers are in the first fragment. */
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
    Packet whole = whole(defragmenter, wrapped);
    assertArrayEquals(inner.toBytes(), whole.get(Ipv6.class).toBytes());
  }

  @Test
  void fragmentsInATunnelKeepTheirProtocolWhateverThatOfTheTunnelIs() {
    List<Packet> wrapped = new ArrayList<>();
    for (Packet fragment : List.of(part(1, 0, true, "ab"), part(1, 2, false, "c"))) {
      Ipv4 tunnel = new Ipv4().src("192.0.2.1").dst("192.0.2.2").proto(4);
      tunnel.payload(fragment.toBytes());
      wrapped.add(read(Packet.of(RAW_IP, tunnel)));
    }
    Ipv4 inner = whole(defragmenter, wrapped).last(Ipv4.class);
    assertEquals(UNUSED, inner.proto());
    assertArrayEquals(octets("abc"), inner.payload().toBytes());
  }
}
