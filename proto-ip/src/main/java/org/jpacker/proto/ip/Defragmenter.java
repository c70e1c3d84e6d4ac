package org.jpacker.proto.ip;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;

/**
 * Reassembles fragments of IPv4 and IPv6: packets in, whole packets out.
 *
 * <pre>{@code
 * Defragmenter defragmenter = new Defragmenter();
 * for (Packet packet : capture) {
 *   defragmenter.accept(packet).ifPresent(whole -> ...);
 * }
 * System.err.println(defragmenter.counts());
 * }</pre>
 *
 * <p>Incomplete datagrams are bounded in octets and in time ({@link Bounds}); the oldest is dropped
 * first. Time is that of the packets, not of a clock. The outcome of every fragment is counted
 * ({@link #counts}): nothing is lost in silence.
 *
 * <p>The rules are those of current systems:
 *
 * <ul>
 *   <li>An exact duplicate of a fragment is counted and dropped (RFC 8200, section 4.5). Any other
 *       overlap discards the datagram (<a href="https://www.rfc-editor.org/rfc/rfc5722">RFC
 *       5722</a>), unless another policy is chosen for IPv4, {@link Overlap}.
 *   <li>These fragments are dropped alone, and earlier ones stay: an empty fragment; one whose
 *       length is not a multiple of eight octets though more follow; one that would make the
 *       datagram longer than its length field can express; one that was not captured whole. If only
 *       the header of the first fragment makes the whole too long, the datagram is dropped too.
 *   <li>An IPv6 packet with a fragment header but no further fragments ("atomic") is complete at
 *       once, regardless of other fragments with the same key (<a
 *       href="https://www.rfc-editor.org/rfc/rfc6946#section-4">RFC 6946</a>).
 *   <li>A first fragment of IPv6 that lacks headers up to that of the upper layer is dropped (<a
 *       href="https://www.rfc-editor.org/rfc/rfc7112#section-5">RFC 7112</a>).
 *   <li>A reassembled packet may carry a fragment inside a tunnel, up to eight levels deep.
 * </ul>
 *
 * <p>Fragments belong together by addresses, identification and, in IPv4, protocol, as <a
 * href="https://www.rfc-editor.org/rfc/rfc791#section-3.2">RFC 791</a> and <a
 * href="https://www.rfc-editor.org/rfc/rfc8200#section-4.5">RFC 8200</a> require. If several
 * networks use the same addresses, use a defragmenter for each. Not thread-safe.
 */
public final class Defragmenter {
  private static final int LONGEST = 0xffff;

  /** Levels of packets in packets that are reassembled at once. */
  private static final int NESTING = 8;

  /** Treatment of octets in two fragments that are not duplicates. */
  public enum Overlap {
    /**
     * The datagram and its later fragments are discarded: <a
     * href="https://www.rfc-editor.org/rfc/rfc5722">RFC 5722</a> for IPv6, and current systems for
     * IPv4 too. IPv6 is always treated like this.
     */
    REFUSE,
    /** The octets that arrived first stay. */
    FIRST,
    /** The octets that arrived last stay. */
    LAST
  }

  /**
   * Bounds of incomplete datagrams.
   *
   * @param octets of memory, including overhead
   * @param time after the first fragment of a datagram
   */
  public record Bounds(long octets, Duration time) {
    /** Four MiB and thirty seconds, as in Linux. */
    public static final Bounds DEFAULT = new Bounds(4 << 20, Duration.ofSeconds(30));

    /** Checks that both are positive. */
    public Bounds {
      if (octets <= 0 || time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("bounds are positive, not " + octets + ", " + time);
      }
    }
  }

  /**
   * Numbers of packets and fragments so far, by outcome.
   *
   * @param unfragmented packets that were not fragments
   * @param fragments packets that were fragments
   * @param reassembled datagrams that were completed
   * @param duplicates exact duplicates of fragments
   * @param invalid fragments beyond 65,535 octets, empty ones, those whose length is not a multiple
   *     of eight octets though more follow, first ones of IPv6 that lack headers, and those that
   *     were not captured whole
   * @param contradictory datagrams discarded because fragments overlapped or disagreed on the end
   * @param late fragments of datagrams that had been discarded
   * @param expired datagrams discarded because of their age
   * @param evicted datagrams discarded for lack of room
   * @param pending incomplete datagrams
   * @param octets of memory of the incomplete datagrams
   */
  public record Counts(
      long unfragmented,
      long fragments,
      long reassembled,
      long duplicates,
      long invalid,
      long contradictory,
      long late,
      long expired,
      long evicted,
      int pending,
      long octets) {}

  private record Key(Object src, Object dst, long ident, int protocol) {}

  /** One fragment: its header, its data, and their offset in octets. */
  private record Fragment(Key key, Header header, byte[] data, int from, boolean more) {}

  private final Bounds bounds;
  private final Overlap overlap;
  private final Map<Key, Datagram> pending = new LinkedHashMap<>();
  private long octets;
  private long newest = Long.MIN_VALUE;

  private long unfragmented;
  private long fragments;
  private long reassembled;
  private long duplicates;
  private long invalid;
  private long contradictory;
  private long late;
  private long expired;
  private long evicted;

  /** A defragmenter with {@link Bounds#DEFAULT} and {@link Overlap#REFUSE}. */
  public Defragmenter() {
    this(Bounds.DEFAULT, Overlap.REFUSE);
  }

  /** A defragmenter with the given bounds and treatment of overlapping IPv4 fragments. */
  public Defragmenter(Bounds bounds, Overlap overlap) {
    this.bounds = bounds;
    this.overlap = overlap;
  }

  /**
   * Takes the next packet.
   *
   * @return the packet itself if it is not a fragment; the whole packet that it completes, with its
   *     time and with the headers of the first fragment; or empty if the datagram is incomplete or
   *     the fragment was dropped, which {@link #counts} shows
   */
  public Optional<Packet> accept(Packet packet) {
    expire(packet.timestampNanos());
    Fragment fragment = outermost(packet);
    if (fragment == null) {
      unfragmented++;
      return Optional.of(packet);
    }
    Packet whole = packet;
    for (int i = 0; fragment != null && i < NESTING; i++) {
      fragments++;
      whole = add(fragment, whole);
      if (whole == null) {
        return Optional.empty();
      }
      fragment = outermost(whole); // a tunnel may have fragments of its own
    }
    return Optional.of(whole);
  }

  /** The counts so far. */
  public Counts counts() {
    return new Counts(
        unfragmented,
        fragments,
        reassembled,
        duplicates,
        invalid,
        contradictory,
        late,
        expired,
        evicted,
        pending.size(),
        octets);
  }

  private static Fragment outermost(Packet packet) {
    Ipv6 six = null;
    for (Layer layer : packet.layers()) {
      if (layer instanceof Ipv6 ip) {
        six = ip;
      } else if (layer instanceof Ipv4 ip && ip.isFragment()) {
        Key key = new Key(ip.src(), ip.dst(), ip.id(), ip.proto());
        return fragment(key, ip, ip.fragOffset(), ip.mf());
      } else if (layer instanceof Ipv6Fragment part && six != null) {
        // an atomic fragment counts as a fragment too, and is complete at once: RFC 6946
        Key key = new Key(six.src(), six.dst(), part.ident(), -1);
        return fragment(key, part, part.offset(), part.more());
      }
    }
    return null;
  }

  private static Fragment fragment(Key key, Header header, int units, boolean more) {
    return new Fragment(key, header, header.payload().toBytes(), units * Fragmenter.UNIT, more);
  }

  private Packet add(Fragment fragment, Packet packet) {
    if (!isValid(fragment)) {
      invalid++;
      return null;
    }
    if (fragment.from == 0 && !fragment.more) {
      reassembled++;
      return whole(packet, fragment.data, packet);
    }
    Datagram datagram = pending.get(fragment.key);
    if (datagram == null) {
      datagram = new Datagram(packet.timestampNanos());
      pending.put(fragment.key, datagram);
      octets += Datagram.OVERHEAD;
    } else if (datagram.isGivenUp()) {
      late++;
      return null;
    }
    octets -= datagram.octets();
    Overlap policy = fragment.header instanceof Ipv6Fragment ? Overlap.REFUSE : overlap;
    Datagram.Outcome outcome =
        datagram.add(fragment.from, fragment.data, fragment.more, packet, policy);
    octets += datagram.octets();
    switch (outcome) {
      case DUPLICATE -> duplicates++;
      case CONTRADICTION -> contradictory++;
      case ADDED -> {
        if (datagram.isComplete()) {
          pending.remove(fragment.key);
          octets -= datagram.octets() + Datagram.OVERHEAD;
          Packet first = datagram.first();
          byte[] data = datagram.data();
          // the first one's header may be longer than that of the last one
          if (before(outermost(first).header) + data.length > LONGEST) {
            invalid++;
            return null;
          }
          reassembled++;
          return whole(first, data, packet);
        }
      }
    }
    evict();
    return null;
  }

  private static boolean isValid(Fragment fragment) {
    int size = fragment.data.length;
    return size > 0
        && !fragment.header.isTruncated()
        && (!fragment.more || size % Fragmenter.UNIT == 0)
        && before(fragment.header) + fragment.from + size <= LONGEST
        && !(isFirstOfIpv6(fragment) && NextHeader.isCutOff(fragment.header));
  }

  private static boolean isFirstOfIpv6(Fragment fragment) {
    return fragment.from == 0 && fragment.more && fragment.header instanceof Ipv6Fragment;
  }

  /** Octets beside the data that the length field includes. */
  private static int before(Header header) {
    if (header instanceof Ipv4) {
      return header.headerSize();
    }
    int octets = 0;
    for (Header h = header.carrier(); !(h instanceof Ipv6); h = h.carrier()) {
      octets += h.headerSize();
    }
    return octets;
  }

  /** The packet of the first fragment with all the data, at the time of the last one. */
  private static Packet whole(Packet first, byte[] data, Packet last) {
    Packet copy = first.copy();
    Header header = outermost(copy).header;
    if (header instanceof Ipv4 ip) {
      int proto = ip.proto(); // plain octets have no protocol number to derive
      ip.payload(data);
      ip.mf(false).fragOffset(0).proto(proto);
    } else {
      int number = Ipv6Fragment.NXT.get(header);
      header = header.carrier();
      header.payload(data);
      NextHeader.set(header, number);
    }
    Fragmenter.dropTrailers(header);
    return Fragmenter.again(last, copy.toBytes());
  }

  private void expire(long now) {
    newest = Math.max(newest, now);
    Iterator<Datagram> oldest = pending.values().iterator();
    while (oldest.hasNext()) {
      Datagram datagram = oldest.next();
      if (newest - datagram.since() <= bounds.time.toNanos()) {
        return;
      }
      oldest.remove();
      octets -= datagram.octets() + Datagram.OVERHEAD;
      expired += datagram.isGivenUp() ? 0 : 1;
    }
  }

  private void evict() {
    Iterator<Datagram> oldest = pending.values().iterator();
    while (octets > bounds.octets && oldest.hasNext()) {
      Datagram datagram = oldest.next();
      oldest.remove();
      octets -= datagram.octets() + Datagram.OVERHEAD;
      evicted += datagram.isGivenUp() ? 0 : 1;
    }
  }
}
