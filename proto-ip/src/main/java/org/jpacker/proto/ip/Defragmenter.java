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
 * Puts fragments of IPv4 and IPv6 together: packets in, whole packets out.
 *
 * <pre>{@code
 * Defragmenter defragmenter = new Defragmenter();
 * for (Packet packet : capture) {
 *   defragmenter.accept(packet).ifPresent(whole -> ...);
 * }
 * System.err.println(defragmenter.counts());
 * }</pre>
 *
 * <p>What waits for its rest is bounded in octets and in time ({@link Bounds}); the oldest goes
 * first. Time is that of the packets, not of a clock. What came of every fragment is counted
 * ({@link #counts}): nothing is lost in silence.
 *
 * <p>The rules are those of today's systems:
 *
 * <ul>
 *   <li>A fragment that comes again, octet for octet, is counted and dropped (RFC 8200, section
 *       4.5). Any other overlap gives the datagram up (<a
 *       href="https://www.rfc-editor.org/rfc/rfc5722">RFC 5722</a>), unless another policy is
 *       chosen for IPv4, {@link Overlap}.
 *   <li>A fragment of no octets, one that is not a multiple of eight octets though more follow, one
 *       whose datagram would be longer than a length can say, and one that was not captured whole
 *       is dropped by itself; what came before it stays. Where only the header of the first
 *       fragment makes the whole too long, that goes too.
 *   <li>An IPv6 packet with a fragment header that is all there is ("atomic") becomes whole at
 *       once, whatever waits under the same key (<a
 *       href="https://www.rfc-editor.org/rfc/rfc6946#section-4">RFC 6946</a>).
 *   <li>A first fragment of IPv6 that does not hold all headers up to that of the layer above is
 *       dropped (<a href="https://www.rfc-editor.org/rfc/rfc7112#section-5">RFC 7112</a>).
 *   <li>What completes a datagram may be a fragment itself, of a tunnel below: eight deep.
 * </ul>
 *
 * <p>Fragments belong together by addresses, identification and, in IPv4, protocol, as <a
 * href="https://www.rfc-editor.org/rfc/rfc791#section-3.2">RFC 791</a> and <a
 * href="https://www.rfc-editor.org/rfc/rfc8200#section-4.5">RFC 8200</a> have it. Where the same
 * addresses are in use in several networks, take a defragmenter for each. Not for use by several
 * threads at once.
 */
public final class Defragmenter {
  private static final int LONGEST = 0xffff;

  /** Packets in packets that are put together at once. */
  private static final int NESTING = 8;

  /** What to do with octets that two fragments both have, unless they are the same fragment. */
  public enum Overlap {
    /**
     * The datagram is given up, and what more comes of it: <a
     * href="https://www.rfc-editor.org/rfc/rfc5722">RFC 5722</a> for IPv6, and what today's systems
     * do for IPv4 too. IPv6 is always treated like this.
     */
    REFUSE,
    /** The octets that came first stay. */
    FIRST,
    /** The octets that came last stay. */
    LAST
  }

  /**
   * How much may wait for its rest.
   *
   * @param octets of memory, management included
   * @param time since the first fragment of a datagram was seen
   */
  public record Bounds(long octets, Duration time) {
    /** Four MiB and thirty seconds, as Linux has it. */
    public static final Bounds DEFAULT = new Bounds(4 << 20, Duration.ofSeconds(30));

    /** Refuses what is not positive. */
    public Bounds {
      if (octets <= 0 || time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("bounds are positive, not " + octets + ", " + time);
      }
    }
  }

  /**
   * What came of the packets so far.
   *
   * @param unfragmented packets that were none
   * @param fragments packets that were one
   * @param reassembled datagrams that became whole
   * @param duplicates fragments that were there already
   * @param invalid fragments that say what cannot be: beyond 65,535 octets, of no octets, not a
   *     multiple of eight octets though more follow, a first one of IPv6 that lacks headers; and
   *     those that were not captured whole
   * @param contradictory datagrams given up since fragments overlapped, or disagreed on the end
   * @param late fragments of datagrams that had been given up
   * @param expired datagrams given up for their age
   * @param evicted datagrams given up for want of room
   * @param pending datagrams that still wait
   * @param octets of memory that these take
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

  /** One fragment: its header, what it carries, and where that belongs, in octets. */
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

  /** With {@link Bounds#DEFAULT} and {@link Overlap#REFUSE}. */
  public Defragmenter() {
    this(Bounds.DEFAULT, Overlap.REFUSE);
  }

  /** With the given bounds, and what to do where fragments of IPv4 overlap. */
  public Defragmenter(Bounds bounds, Overlap overlap) {
    this.bounds = bounds;
    this.overlap = overlap;
  }

  /**
   * Takes the next packet.
   *
   * @return the packet itself if it is no fragment; the whole packet that it completes, with its
   *     time and with the headers of the first fragment; or nothing, if more is to come, or if the
   *     fragment is of no use, which {@link #counts} tells
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

  /** What came of the packets so far. */
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
        // one that is all there is counts as a fragment too, and becomes whole at once: RFC 6946
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

  /** Octets that the length of the whole counts beside the data. */
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
      int proto = ip.proto(); // what octets carry has no number
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
