package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jpacker.api.Capture;
import org.jpacker.api.Checksum;
import org.jpacker.api.Header;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.Frame;
import org.jpacker.core.FieldExtractor;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the status of checksums shown by {@code fields} with tshark's. */
class CorpusChecksumStatusTest {
  private static final String BAD = "0";
  private static final String GOOD = "1";

  @TempDir Path folder;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();
  private final List<String> origins = new ArrayList<>();
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
    // one run of tshark for all packets; it takes as long to start as to read thousands of them
    Path file = folder.resolve("all.pcapng");
    try (PacketWriter writer = Pcap.create(file, WriteSettings.pcapng())) {
      for (Corpus.Entry entry : Corpus.captures()) {
        if (entry.isReadable() && entry.expected() != null) {
          try (Capture capture = Pcap.open(entry.path())) {
            int number = 0;
            for (Packet packet : capture) {
              origins.add(entry + " packet " + ++number);
              writer.write(packet);
            }
          }
        }
      }
    }
    compare(file);
    System.out.println("status of checksums compared with tshark: " + counts);
    assertEquals(List.of(), differences);
    for (String name : List.of("ip.checksum", "tcp.checksum", "udp.checksum", "icmp.checksum")) {
      assertTrue(counts.getOrDefault(name + ".status " + GOOD, 0) > 100, counts::toString);
    }
    assertTrue(counts.getOrDefault("left to the interface", 0) > 100, counts::toString);
  }

  private void compare(Path file) throws Exception {
    List<List<List<String>>> rows = Tshark.allOf(file, names, List.of());
    assertEquals(origins.size(), rows.size());
    FieldExtractor extractor =
        FieldExtractor.of(ProtocolRegistry.installed(), names).withChecksums();
    StringBuilder line = new StringBuilder();
    try (Capture capture = Pcap.open(file)) {
      int number = 0;
      for (Packet packet : capture) {
        List<List<String>> row = rows.get(number);
        line.setLength(0);
        extractor.append(line, Frame.of(packet));
        String[] here = line.toString().split("\t", -1);
        for (int i = 0; i < names.size(); i++) {
          compare(origins.get(number), packet, names.get(i), row.get(i), here[i]);
        }
        number++;
      }
    }
  }

  /** Only values on both sides; other tests compare which protocol reads what. */
  private void compare(
      String where, Packet packet, String name, List<String> theirs, String column) {
    String[] ours = column.isEmpty() ? new String[0] : column.split(",");
    for (int i = 0; i < Math.min(theirs.size(), ours.length); i++) {
      counts.merge(name + " " + theirs.get(i), 1, Integer::sum);
      if (theirs.get(i).equals(ours[i])) {
        continue;
      }
      if (theirs.get(i).equals(BAD) && isLeftToInterface(packet, name)) {
        counts.merge("left to the interface", 1, Integer::sum);
      } else if (theirs.get(i).equals(BAD) && endsBeforeItsLength(packet)) {
        counts.merge("a length beyond the packet", 1, Integer::sum);
      } else if (differences.size() < 40) {
        String difference = where + " " + name + ": tshark " + theirs + ", here " + column;
        differences.add(difference + " " + packet + " " + packet.verify());
      }
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
