package org.jpacker.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.junit.jupiter.api.Assumptions;

/**
 * Published captures of third parties, with tshark's output for each packet. Not part of the
 * project.
 */
final class Corpus {
  private static final Path FOLDER = Path.of(System.getProperty("jpacker.corpus", "corpus"));

  private Corpus() {}

  /** A table of tab-separated values; the first line has the names. */
  record Table(List<String> names, List<Map<String, String>> rows) {}

  /** A file of a corpus folder, as described by the folder's table. */
  record Entry(String folder, String file, String format, String linkTypes, int packets) {
    Path path() {
      return FOLDER.resolve(folder).resolve(file);
    }

    /** tshark's output for each packet, or null if it could not read the file. */
    Table expected() throws IOException {
      Path table = FOLDER.resolve("expected").resolve(file + ".tsv");
      if (!Files.exists(table) || packets > 0 && Files.size(table) == 0) {
        return null;
      }
      return table(table);
    }

    /** Whether the file has a supported format. */
    boolean isReadable() {
      return format.startsWith("pcap") || format.equals("snoop");
    }

    /** Whether records lie uncompressed in the file. */
    boolean isPlain() {
      return isReadable() && !format.contains(".");
    }

    @Override
    public String toString() {
      return file;
    }
  }

  /** All captures; skips the test if there is no corpus. */
  static List<Entry> captures() throws IOException {
    return entries("captures");
  }

  /**
   * Files crafted to do harm, or known to have done so, with the packets that a strict reader
   * returns.
   */
  static List<Entry> hostile() throws IOException {
    return entries("hostile");
  }

  /** Small captures of unusual packets next to the corpus; skips the test if there are none. */
  static List<Path> odd() throws IOException {
    Path folder = FOLDER.resolveSibling("faults");
    Assumptions.assumeTrue(Files.isDirectory(folder), () -> "no captures at " + folder);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.pcap(ng)?")).sorted().toList();
    }
  }

  /** The same packet without its time, which not every format can represent. */
  static Packet timeless(Packet packet) {
    byte[] octets = packet.toBytes();
    Link link = Link.of(packet.linkType(), 0, ProtocolRegistry.installed());
    return new Packet(octets, 0, octets.length, packet.originalLength(), Packet.NO_TIME, link);
  }

  private static List<Entry> entries(String folder) throws IOException {
    Path list = FOLDER.resolve(folder + ".tsv");
    Assumptions.assumeTrue(
        Files.exists(list), () -> "no corpus at " + FOLDER + " (-Djpacker.corpus=DIR)");
    List<Entry> entries = new ArrayList<>();
    for (Map<String, String> row : table(list).rows()) {
      entries.add(
          new Entry(
              folder,
              row.get("file"),
              row.get("format"),
              row.get("link_types"),
              Integer.parseInt(row.get("packets"))));
    }
    return entries;
  }

  private static Table table(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty()) {
      return new Table(List.of(), List.of()); // a capture without packets
    }
    List<String> names = List.of(lines.get(0).split("\t", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), i < values.length ? values[i] : "");
      }
      rows.add(row);
    }
    return new Table(names, rows);
  }
}
