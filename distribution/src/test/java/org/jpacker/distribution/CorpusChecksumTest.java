package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
import org.jpacker.api.PacketWriter;
import org.jpacker.api.PseudoHeader;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.icmp.Icmpv4;
import org.jpacker.proto.icmp.Icmpv6;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the checksums reported by {@link Packet#verify} with tshark's verdicts. */
class CorpusChecksumTest {

  static final String SHORT = "tshark takes the captured part of a datagram for all of it";

  /** tshark's verdict on a checksum. */
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
  private final Explained explained = new Explained();
  private final List<String> differences = new ArrayList<>();

  @Test
  void verdictsOnChecksumsAreThoseOfTshark(@TempDir Path folder) throws Exception {
    Tshark.assumeInstalled();
    List<Packet> packets = new ArrayList<>();
    List<String> origins = new ArrayList<>();
    for (Corpus.Entry entry : Corpus.captures()) {
      if (entry.isReadable() && entry.linkTypes().equals("ETHERNET")) {
        try (Capture capture = Pcap.open(entry.path())) {
          int number = 0;
          for (Packet packet : capture) {
            packets.add(Corpus.timeless(packet));
            origins.add(entry + " packet " + ++number);
          }
        }
      }
    }
    Path file = folder.resolve("all.pcap");
    try (PacketWriter writer = Pcap.create(file)) {
      packets.forEach(writer::write);
    }
    List<String> names = new ArrayList<>(List.of("frame.protocols"));
    NAMES.forEach(name -> names.add(name + ".checksum.status"));
    List<String[]> rows = Tshark.fields(file, names);
    assertEquals(packets.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      compare(origins.get(i), rows.get(i), packets.get(i));
    }
    System.out.println("checksums compared with tshark: " + counts + "; explained:" + explained);
    assertEquals(List.of(), differences.subList(0, Math.min(40, differences.size())));
    assertTrue(counts.getOrDefault("ip GOOD", 0) > 15_000, counts.toString());
    assertTrue(counts.getOrDefault("tcp BAD", 0) > 100, counts.toString());
  }

  private void compare(String origin, String[] row, Packet packet) {
    Set<String> layers = new HashSet<>();
    for (String layer : row[0].split(":")) {
      if (!layers.add(layer) || layer.startsWith("icmp")) {
        break; // only the first of a kind is compared; the quotation in ICMP is a separate packet
      }
    }
    List<Discrepancy> found = packet.verify();
    for (int i = 0; i < NAMES.size(); i++) {
      Header header = packet.get(TYPES.get(i));
      if (header == null || !layers.contains(NAMES.get(i)) || row[i + 1].isEmpty()) {
        continue;
      }
      Status wanted = Status.values()[Integer.parseInt(row[i + 1])];
      Status here = status(header, found);
      counts.merge(NAMES.get(i) + " " + wanted, 1, Integer::sum);
      if (wanted == here) {
        continue;
      }
      if (wanted == Status.BAD
          && here == Status.UNVERIFIED
          && isLongerThanItsFrame(packet, header)) {
        explained.add(SHORT, origin);
      } else {
        differences.add(
            "%s %s: tshark %s, here %s (%s) %s"
                .formatted(origin, NAMES.get(i), wanted, here, row[0], found));
      }
    }
  }

  /**
   * Whether octets of the IP packet that carries {@code transport} are missing although the capture
   * claims to have the whole frame.
   */
  static boolean isLongerThanItsFrame(Packet packet, Header transport) {
    Header ip = transport.carrier();
    while (ip != null && !(ip instanceof PseudoHeader)) {
      ip = ip.carrier();
    }
    return ip != null && ip.isTruncated() && packet.originalLength() == packet.capturedLength();
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
