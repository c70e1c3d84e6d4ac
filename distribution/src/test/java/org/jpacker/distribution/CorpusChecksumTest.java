package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jpacker.api.Capture;
import org.jpacker.api.Discrepancy;
import org.jpacker.api.Header;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.icmp.Icmpv4;
import org.jpacker.proto.icmp.Icmpv6;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.Test;

/** What {@link Packet#verify} says of checksums, held against what tshark says of them. */
class CorpusChecksumTest {

  /** tshark's word for a checksum. */
  private enum Status {
    BAD,
    GOOD,
    UNVERIFIED,
    NOT_PRESENT
  }

  private static final List<Class<? extends Header>> TYPES =
      List.of(Ipv4.class, Tcp.class, Udp.class, Icmpv4.class, Icmpv6.class);
  private static final List<String> NAMES = List.of("ip", "tcp", "udp", "icmp", "icmpv6");

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();

  @Test
  void verdictsOnChecksumsAreThoseOfTshark() throws Exception {
    Tshark.assumeInstalled();
    for (Corpus.Entry entry : Corpus.captures()) {
      if (entry.isReadable() && entry.linkTypes().equals("ETHERNET") && entry.packets() > 0) {
        compare(entry);
      }
    }
    System.out.println("checksums compared with tshark: " + counts);
    assertEquals(List.of(), differences);
    assertTrue(counts.getOrDefault("ip GOOD", 0) > 15_000, counts.toString());
    assertTrue(counts.getOrDefault("tcp BAD", 0) > 100, counts.toString());
  }

  private void compare(Corpus.Entry entry) throws Exception {
    List<String> names = new ArrayList<>(List.of("frame.protocols", "frame.cb_pen"));
    NAMES.forEach(name -> names.add(name + ".checksum.status"));
    List<String[]> rows = Tshark.fields(entry.path(), names);
    rows.removeIf(row -> !row[1].isEmpty()); // blocks that hold no packet
    try (Capture capture = Pcap.open(entry.path())) {
      int number = 0;
      for (Packet packet : capture) {
        String[] row = rows.get(number++);
        compare(entry, number, row, packet);
      }
    }
  }

  private void compare(Corpus.Entry entry, int number, String[] row, Packet packet) {
    Set<String> layers = new HashSet<>();
    for (String layer : row[0].split(":")) {
      if (!layers.add(layer) || layer.startsWith("icmp")) {
        break; // the first of a kind is compared; what ICMP quotes is a packet of its own
      }
    }
    List<Discrepancy> found = packet.verify();
    for (int i = 0; i < NAMES.size(); i++) {
      Header header = packet.get(TYPES.get(i));
      if (header == null || !layers.contains(NAMES.get(i)) || row[i + 2].isEmpty()) {
        continue;
      }
      Status wanted = Status.values()[Integer.parseInt(row[i + 2])];
      Status here = status(header, found);
      counts.merge(NAMES.get(i) + " " + wanted, 1, Integer::sum);
      if (wanted != here && differences.size() < 40) {
        differences.add(
            entry
                + " packet "
                + number
                + " "
                + NAMES.get(i)
                + ": tshark "
                + wanted
                + ", here "
                + here
                + " ("
                + row[0]
                + ") "
                + found);
      }
    }
  }

  private static Status status(Header header, List<Discrepancy> found) {
    if (header instanceof Udp udp && udp.checksum() == 0 && udp.carrier() instanceof Ipv4) {
      return Status.NOT_PRESENT;
    }
    for (Discrepancy d : found) {
      if (d.header() == header && d.field().name().endsWith(".checksum")) {
        return d.checkable() ? Status.BAD : Status.UNVERIFIED;
      }
    }
    return Status.GOOD;
  }
}
