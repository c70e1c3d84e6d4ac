package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jpacker.api.Capture;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ip.Defragmenter;
import org.jpacker.proto.ip.Fragmenter;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv6;
import org.jpacker.proto.ip.Ipv6Fragment;
import org.junit.jupiter.api.Test;

/** Fragments each suitable packet of the corpus, shuffles the fragments and reassembles it. */
class CorpusFragmentsTest {
  private static final long SEED = 20260101;

  /** Room for the data of a fragment in octets: the minimum, and those of real links. */
  private static final int[] ROOMS = {8, 64, 528, 1232};

  /** IPv6 requires the upper-layer header in the first fragment, up to 60 octets for TCP. */
  private static final int LEAST_OF_IPV6 = 64;

  /** A higher number of fragments tests nothing new. */
  private static final int MOST_FRAGMENTS = 40;

  private final Random random = new Random(SEED);
  private final Map<String, Integer> packets = new TreeMap<>();
  private int fragments;

  @Test
  void shuffledFragmentsGiveThePacketBack() throws Exception {
    for (Corpus.Entry entry : Corpus.captures()) {
      if (!entry.isReadable()) {
        continue;
      }
      try (Capture capture = Pcap.open(entry.path())) {
        for (Packet captured : capture) {
          Header ip = outermost(captured);
          if (ip != null) {
            Packet packet = normal(captured);
            for (int room : ROOMS) {
              fragmentAndShuffle(packet, room, entry);
            }
          }
        }
      }
    }
    System.out.println(packets + " put together from " + fragments + " fragments");
    assertTrue(packets.getOrDefault("ip, room 64", 0) > 12_000, packets.toString());
    assertTrue(packets.getOrDefault("ip, room 8", 0) > 10_000, packets.toString());
    assertTrue(packets.getOrDefault("ipv6, room 64", 0) > 400, packets.toString());
    assertTrue(packets.getOrDefault("ipv6, room 528", 0) > 50, packets.toString());
  }

  private void fragmentAndShuffle(Packet packet, int room, Corpus.Entry entry) {
    Header ip = outermost(packet);
    int data = dataOf(ip);
    int mtu = ip.size() - data + (ip instanceof Ipv6 ? 8 : 0) + room;
    boolean isTooSmall = ip instanceof Ipv6 && room < LEAST_OF_IPV6;
    if (ip.size() <= mtu || data > room * MOST_FRAGMENTS || isTooSmall) {
      return;
    }
    List<Packet> parts =
        new ArrayList<>(Fragmenter.fragment(packet, mtu, random.nextInt() & 0xffff));
    assertTrue(parts.size() > 1, entry + " " + packet);
    Collections.shuffle(parts, random);
    String where = "seed " + SEED + ", room " + room + ", " + entry + " " + packet;
    Defragmenter defragmenter = new Defragmenter();
    Packet whole = whole(defragmenter, parts);
    if (new Defragmenter().accept(packet).isPresent()) {
      assertArrayEquals(packet.toBytes(), whole.toBytes(), where);
      assertEquals(0, defragmenter.counts().pending(), where + defragmenter.counts());
      packets.merge(ip.protocol().name() + ", room " + room, 1, Integer::sum);
    } else {
      // the reassembled packet carries a fragment itself, in a tunnel, and waits for the others
      assertNull(whole, where);
      assertEquals(1, defragmenter.counts().reassembled(), where + defragmenter.counts());
      assertEquals(1, defragmenter.counts().pending(), where + defragmenter.counts());
      packets.merge("fragments in a tunnel", 1, Integer::sum);
    }
    fragments += parts.size();
  }

  /**
   * The IP header to fragment, or null if the packet must not be fragmented, does not state its
   * size, or is an IPv6 packet whose headers do not fit: RFC 7112 forbids such a first fragment.
   */
  private static Header outermost(Packet packet) {
    for (Layer layer : packet.layers()) {
      if (layer instanceof Ipv4 ip) {
        return ip.isTruncated() || ip.isFragment() || ip.len() == 0 ? null : ip;
      }
      if (layer instanceof Ipv6 ip) {
        return ip.isTruncated()
                || ip.find(Ipv6Fragment.class).isPresent()
                || ip.find(Malformed.class).isPresent()
                || ip.plen() == 0
            ? null
            : ip;
      }
    }
    return null;
  }

  /** Octets after the headers that each fragment needs. */
  private static int dataOf(Header ip) {
    Layer layer = ip.payload();
    while (layer instanceof Header header && header.protocol().name().startsWith("ipv6.")) {
      layer = header.payload();
    }
    return layer.size();
  }

  /** A copy without padding that may be fragmented and has the right checksum and lengths. */
  private static Packet normal(Packet captured) {
    Packet packet = captured.copy();
    Header ip = outermost(packet);
    byte[] data = ip.payload().toBytes();
    if (ip instanceof Ipv4 four) {
      int proto = four.proto();
      four.payload(data);
      four.df(false).proto(proto);
    }
    for (Header header = ip; header != null; header = header.carrier()) {
      header.trailer(new byte[0]);
    }
    byte[] octets = packet.toBytes();
    return new Packet(
        octets, 0, octets.length, octets.length, packet.timestampNanos(), packet.link());
  }

  private static Packet whole(Defragmenter defragmenter, List<Packet> parts) {
    Packet whole = null;
    for (Packet part : parts) {
      assertNull(whole, "whole before the last fragment");
      whole = defragmenter.accept(part).orElse(null);
    }
    return whole;
  }
}
