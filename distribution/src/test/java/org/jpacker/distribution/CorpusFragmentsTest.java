package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jpacker.api.Capture;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ip.Defragmenter;
import org.jpacker.proto.ip.Fragmenter;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv6;
import org.jpacker.proto.ip.Ipv6Fragment;
import org.junit.jupiter.api.Test;

/** Each packet of the corpus that may be fragmented comes back from its shuffled fragments. */
class CorpusFragmentsTest {
  private static final long SEED = 20260101;

  /** Headers, and a few units of data in each fragment. */
  private static final int SPACE = 64;

  @Test
  void shuffledFragmentsGiveThePacketBack() throws Exception {
    Random random = new Random(SEED);
    int packets = 0;
    int fragments = 0;
    for (Corpus.Entry entry : Corpus.captures()) {
      if (!entry.isReadable()) {
        continue;
      }
      try (Capture capture = Pcap.open(entry.path())) {
        for (Packet captured : capture) {
          Header ip = outermost(captured);
          if (ip == null || ip.payload().size() < 2 * SPACE) {
            continue;
          }
          Packet packet = normal(captured);
          int head = outermost(packet).size() - dataOf(outermost(packet));
          List<Packet> parts =
              new ArrayList<>(Fragmenter.fragment(packet, head + SPACE, random.nextInt() & 0xffff));
          assertTrue(parts.size() > 1, entry + " " + packet);
          Collections.shuffle(parts, random);
          assertArrayEquals(
              packet.toBytes(),
              whole(parts).toBytes(),
              () -> "seed " + SEED + " " + entry + " " + packet);
          packets++;
          fragments += parts.size();
        }
      }
    }
    System.out.println(packets + " packets put together from " + fragments + " fragments");
    assertTrue(packets > 5_000, packets + " packets");
  }

  /** The IP header to fragment, or null if this packet must not be, or says nothing of its size. */
  private static Header outermost(Packet packet) {
    for (Layer layer : packet.layers()) {
      if (layer instanceof Ipv4 ip) {
        return ip.isTruncated() || ip.isFragment() || ip.len() == 0 ? null : ip;
      }
      if (layer instanceof Ipv6 ip) {
        return ip.isTruncated() || ip.find(Ipv6Fragment.class).isPresent() || ip.plen() == 0
            ? null
            : ip;
      }
    }
    return null;
  }

  /** Octets behind all headers that each fragment needs. */
  private static int dataOf(Header ip) {
    Layer layer = ip.payload();
    while (layer instanceof Header header && header.protocol().name().startsWith("ipv6.")) {
      layer = header.payload();
    }
    return layer.size();
  }

  /**
   * Without padding, with leave to be fragmented, and with the checksum and lengths that it should
   * have.
   */
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

  private static Packet whole(List<Packet> parts) {
    Defragmenter defragmenter = new Defragmenter();
    Packet whole = null;
    for (Packet part : parts) {
      assertTrue(whole == null, "whole before the last fragment");
      Optional<Packet> found = defragmenter.accept(part);
      whole = found.orElse(null);
    }
    assertEquals(0, defragmenter.counts().pending(), () -> defragmenter.counts().toString());
    return whole;
  }
}
