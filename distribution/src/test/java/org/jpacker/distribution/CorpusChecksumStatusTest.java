package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jpacker.api.Capture;
import org.jpacker.api.Checksum;
import org.jpacker.api.Header;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.Frame;
import org.jpacker.core.FieldExtractor;
import org.jpacker.io.pcap.Pcap;
import org.junit.jupiter.api.Test;

/** Compares the status of checksums shown by {@code fields} with tshark's. */
class CorpusChecksumStatusTest {
  private static final String BAD = "0";
  private static final String GOOD = "1";

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  @Test
  void statusOfChecksumsIsThatOfTshark() throws Exception {
    Tshark.assumeInstalled();
    Set<String> known = Tshark.fieldNames();
    for (String name : FieldExtractor.names(ProtocolRegistry.installed())) {
      if (name.matches(".*sum\\.status") && known.contains(name)) {
        names.add(name);
      }
    }
    for (Corpus.Entry entry : Corpus.captures()) {
      if (entry.isReadable() && entry.packets() > 0 && entry.expected() != null) {
        compare(entry);
      }
    }
    System.out.println("status of checksums compared with tshark: " + counts);
    assertEquals(List.of(), differences);
    for (String name : List.of("ip.checksum", "tcp.checksum", "udp.checksum", "icmp.checksum")) {
      assertTrue(counts.getOrDefault(name + ".status " + GOOD, 0) > 100, counts::toString);
    }
    assertTrue(counts.getOrDefault("left to the interface", 0) > 100, counts::toString);
  }

  private void compare(Corpus.Entry entry) throws Exception {
    List<String> columns = new ArrayList<>(List.of("frame.cb_pen"));
    columns.addAll(names);
    List<String[]> rows = Tshark.fields(entry.path(), columns);
    rows.removeIf(row -> !row[0].isEmpty()); // blocks that do not hold packets
    FieldExtractor extractor =
        FieldExtractor.of(ProtocolRegistry.installed(), names).withChecksums();
    StringBuilder line = new StringBuilder();
    try (Capture capture = Pcap.open(entry.path())) {
      int number = 0;
      for (Packet packet : capture) {
        String[] row = rows.get(number++);
        line.setLength(0);
        extractor.append(line, Frame.of(packet));
        String[] here = line.toString().split("\t", -1);
        for (int i = 0; i < names.size(); i++) {
          String wanted = i + 1 < row.length ? row[i + 1] : "";
          compare(entry + " packet " + number, packet, names.get(i), wanted, here[i]);
        }
      }
    }
  }

  private void compare(String where, Packet packet, String name, String wanted, String here) {
    if (wanted.isEmpty() || here.isEmpty()) {
      return; // other tests compare which protocol reads what
    }
    counts.merge(name + " " + wanted, 1, Integer::sum);
    if (wanted.equals(here)) {
      return;
    }
    if (wanted.equals(BAD) && isLeftToInterface(packet, name)) {
      counts.merge("left to the interface", 1, Integer::sum);
    } else if (wanted.equals(BAD) && endsBeforeItsLength(packet)) {
      counts.merge("a length beyond the packet", 1, Integer::sum);
    } else if (differences.size() < 40) {
      String difference = where + " " + name + ": tshark " + wanted + ", here " + here;
      differences.add(difference + " " + packet + " " + packet.verify());
    }
  }

  /** tshark marks such checksums as possibly left to the interface, and still as bad. */
  private static boolean isLeftToInterface(Packet packet, String name) {
    for (Checksum checksum : packet.checksums()) {
      if (name.equals(checksum.field().name() + ".status")) {
        return checksum.status() == Checksum.Status.UNVERIFIED && checksum.expected() >= 0;
      }
    }
    return false;
  }

  /** tshark verifies the available octets unless the capture states that there were more. */
  private static boolean endsBeforeItsLength(Packet packet) {
    return packet.capturedLength() == packet.originalLength()
        && packet.layers().stream()
            .anyMatch(layer -> layer instanceof Header header && header.isTruncated());
  }
}
