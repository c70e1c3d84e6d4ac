package org.jpacker.proto.ip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;

/**
 * Cuts packets into fragments that fit a link: IPv4, <a
 * href="https://www.rfc-editor.org/rfc/rfc791#section-3.2">RFC 791, section 3.2</a>, and IPv6 as at
 * its source, <a href="https://www.rfc-editor.org/rfc/rfc8200#section-4.5">RFC 8200, section
 * 4.5</a>. {@link Defragmenter} reassembles them.
 */
public final class Fragmenter {
  /** Unit of offsets, in octets. */
  static final int UNIT = 8;

  private Fragmenter() {}

  /**
   * The fragments of the outermost IP header of {@code packet}, or that packet alone if it fits or
   * has none. The carriers of the packet are repeated in each, without padding after the payload.
   *
   * @param mtu largest IP packet of the link in octets, including the header
   * @throws IllegalArgumentException if the headers and eight octets do not fit, or for IPv6 all
   *     headers up to that of the upper layer
   * @throws IllegalStateException if the packet must not be fragmented, or is not captured whole
   */
  public static List<Packet> fragment(Packet packet, int mtu) {
    return fragment(packet, mtu, ThreadLocalRandom.current().nextInt() & 0xffffffffL);
  }

  /**
   * The same with a chosen identification for IPv6 fragments; IPv4 fragments keep that of the
   * packet.
   */
  public static List<Packet> fragment(Packet packet, int mtu, long ident) {
    Packet read = again(packet, packet.toBytes());
    for (Layer layer : read.layers()) {
      if (layer instanceof Ipv4 ip) {
        return ip.size() <= mtu ? List.of(packet) : fragments(read, ip, mtu);
      }
      if (layer instanceof Ipv6 ip) {
        return ip.size() <= mtu ? List.of(packet) : fragments(read, ip, mtu, ident);
      }
    }
    return List.of(packet);
  }

  private static List<Packet> fragments(Packet packet, Ipv4 ip, int mtu) {
    if (ip.df()) {
      throw new IllegalStateException(
          "ip.flags.df: the packet of "
              + ip.size()
              + " octets must not be fragmented; clear the flag first");
    }
    refuseTruncated(ip);
    byte[] data = ip.payload().toBytes();
    List<Ipv4Option> copied = ip.options().stream().filter(Fragmenter::isCopied).toList();
    List<Packet> fragments = new ArrayList<>();
    int from = 0;
    while (from < data.length) {
      Packet copy = packet.copy();
      Ipv4 fragment = copy.get(Ipv4.class);
      if (from > 0 && !copied.equals(ip.options())) {
        fragment.options(copied);
      }
      int to = end(from, data.length, mtu - fragment.headerSize());
      fragment.payload(Arrays.copyOfRange(data, from, to));
      fragment.fragOffset(ip.fragOffset() + from / UNIT).mf(ip.mf() || to < data.length);
      fragment.proto(ip.proto());
      dropTrailers(fragment);
      fragments.add(again(packet, copy.toBytes()));
      from = to;
    }
    return fragments;
  }

  private static boolean isCopied(Ipv4Option option) {
    return (option.type() & 0x80) != 0;
  }

  private static List<Packet> fragments(Packet packet, Ipv6 ip, int mtu, long ident) {
    if (ip.isFragment()) {
      throw new IllegalStateException("ipv6: only the source fragments, and this is a fragment");
    }
    refuseTruncated(ip);
    Header last = lastOfEachFragment(ip);
    int number = NextHeader.get(last);
    boolean isCutOff = NextHeader.isCutOff(last);
    byte[] data = last.payload().toBytes();
    int room = mtu - (ip.size() - data.length) + last.trailer().size() - new Ipv6Fragment().size();
    List<Packet> fragments = new ArrayList<>();
    int from = 0;
    while (from < data.length) {
      int to = end(from, data.length, room);
      Ipv6Fragment fragment =
          new Ipv6Fragment().nxt(number).offset(from / UNIT).more(to < data.length).ident(ident);
      fragment.payload(Arrays.copyOfRange(data, from, to));
      Packet copy = packet.copy();
      Header carrier = lastOfEachFragment(copy.get(Ipv6.class));
      carrier.payload(fragment);
      dropTrailers(carrier);
      Packet made = again(packet, copy.toBytes());
      if (from == 0 && NextHeader.isCutOff(made.get(Ipv6Fragment.class)) && !isCutOff) {
        throw new IllegalArgumentException(
            "a link that takes "
                + mtu
                + " octets cuts off headers, which belong into the first fragment: RFC 7112");
      }
      fragments.add(made);
      from = to;
    }
    return fragments;
  }

  /**
   * RFC 8200, section 4.5: each fragment repeats the headers that routers read: those up to a
   * Routing header, or only a Hop-by-Hop Options header.
   */
  private static Header lastOfEachFragment(Ipv6 ip) {
    Header last = ip;
    for (Layer layer = ip.payload();
        layer instanceof Header header && NextHeader.isExtension(header);
        layer = header.payload()) {
      if (header instanceof Ipv6Routing || header instanceof Ipv6HopByHop) {
        last = header;
      }
    }
    return last;
  }

  /** End of a fragment that begins at {@code from}. */
  private static int end(int from, int size, int room) {
    if (from + room >= size) {
      return size;
    }
    if (room < UNIT) {
      throw new IllegalArgumentException(
          "the link leaves " + room + " octets for a fragment; at least 8 are needed");
    }
    return from + room / UNIT * UNIT;
  }

  private static void refuseTruncated(Header ip) {
    if (ip.isTruncated()) {
      throw new IllegalStateException(
          ip.protocol().name() + ": the packet was not captured whole and cannot be fragmented");
    }
  }

  /** Removes the trailers of {@code header} and of its carriers. */
  static void dropTrailers(Header header) {
    for (Header h = header; h != null; h = h.carrier()) {
      h.trailer(new byte[0]);
    }
  }

  /** A packet of {@code octets} with the time and the link type of {@code packet}. */
  static Packet again(Packet packet, byte[] octets) {
    return new Packet(
        octets, 0, octets.length, octets.length, packet.timestampNanos(), packet.link());
  }
}
