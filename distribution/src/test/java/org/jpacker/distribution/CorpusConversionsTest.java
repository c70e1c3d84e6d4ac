package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Converts each capture of the corpus to the other formats and reads it back, also with Wireshark's
 * programs.
 */
class CorpusConversionsTest {
  private static final ProtocolRegistry NOTHING = ProtocolRegistry.of();

  /** Number of files for one run of capinfos. */
  private static final int BATCH = 200;

  private static final Map<String, WriteSettings> TARGETS =
      Map.of(
          "ng.pcapng", WriteSettings.pcapng(),
          "us.pcap", WriteSettings.pcap(),
          "ns.pcap", WriteSettings.pcapNanos(),
          "gz.pcap.gz", WriteSettings.pcapNanos().compressed());

  /** Captures that pcap cannot represent, with reasons. */
  private static final Map<String, String> ONLY_PCAPNG =
      Map.of(
          "tcpdump/time_2107.pcapng", "pcap ends in 2106",
          "tcpdump/time_2106_overflow.pcapng", "pcap ends in 2106");

  private static final long YEAR_2262 = Long.MAX_VALUE / 1000 * 1000;

  @TempDir Path folder;
  private final Map<Path, List<Packet>> written = new HashMap<>();
  private long rounded;

  @Test
  void packetsAreTheSameInAllFormats() throws Exception {
    int number = 0;
    for (Corpus.Entry entry : Corpus.captures()) {
      if (!entry.isReadable()) {
        continue;
      }
      number++;
      List<Packet> packets = read(entry.path());
      Set<Integer> linkTypes = new TreeSet<>();
      packets.forEach(packet -> linkTypes.add(packet.linkType()));
      for (String target : TARGETS.keySet()) {
        boolean isPcapng = target.startsWith("ng");
        if (!isPcapng && (linkTypes.size() > 1 || ONLY_PCAPNG.containsKey(entry.file()))) {
          continue;
        }
        Path file = folder.resolve(number + "-" + target);
        convert(entry.path(), file, TARGETS.get(target));
        same(entry + " as " + target, packets, read(file), !isPcapng, target.startsWith("us"));
        if (entry.expected() != null) { // only for captures that Wireshark can read
          written.put(file, read(file));
        }
        if (isPcapng && linkTypes.size() <= 1 && !ONLY_PCAPNG.containsKey(entry.file())) {
          Path back = folder.resolve(number + "-back.pcap");
          convert(file, back, WriteSettings.pcapNanos());
          same(entry + " and back", packets, read(back), true, false);
        }
      }
    }
    assertTrue(number > 280, number + " captures");
    assertTrue(rounded > 0, "no time was rounded");
    comparedWithCapinfos();
    comparedWithTshark();
  }

  private static List<Packet> read(Path file) {
    List<Packet> packets = new ArrayList<>();
    try (FileCapture capture = Pcap.open(file, NOTHING)) {
      capture.forEach(packets::add);
    }
    return packets;
  }

  /** Converts as a program using the library would. */
  private void convert(Path in, Path out, WriteSettings settings) {
    long inexact = 0;
    try (FileCapture capture = Pcap.open(in, NOTHING);
        CaptureWriter writer = Pcap.create(out, settings)) {
      boolean isPcapng = settings.format() == FileFormat.PCAPNG;
      int declared = 0;
      for (Packet packet : capture) {
        while (isPcapng && declared < capture.interfaces().size()) {
          writer.declare(capture.interfaces().get(declared++));
        }
        writer.write(packet, capture.packetOptions());
        // pcapng keeps the unit of the source unless it is finer than nanoseconds
        int code = capture.interfaces().get(packet.interfaceId()).resolution().code();
        boolean isMicros = settings.format() == FileFormat.PCAP || isPcapng && code <= 6;
        if (isMicros && packet.timestampNanos() != Packet.NO_TIME) {
          inexact += packet.timestampNanos() % 1000 == 0 ? 0 : 1;
        }
      }
      if (!isPcapng && writer.packets() == 0 && !capture.interfaces().isEmpty()) {
        writer.declare(capture.interfaces().get(0));
      }
      assertEquals(inexact, writer.losses().timesRounded(), in::toString);
      rounded += inexact;
    }
  }

  private static void same(
      String what, List<Packet> wanted, List<Packet> found, boolean isPcap, boolean isMicros) {
    assertEquals(wanted.size(), found.size(), what);
    for (int i = 0; i < wanted.size(); i++) {
      Packet one = wanted.get(i);
      Packet other = found.get(i);
      String which = what + " packet " + (i + 1);
      assertEquals(one, other, which);
      assertEquals(one.originalLength(), other.originalLength(), which);
      long time = one.timestampNanos();
      if (time == Packet.NO_TIME && isPcap) {
        time = 0;
      }
      if (time == Packet.NO_TIME) {
        // pcapng has a block without time for packets of the first interface
        assertTrue(other.timestampNanos() == Packet.NO_TIME || other.timestampNanos() == 0, which);
      } else if (time != Long.MAX_VALUE) { // the year 2262 or later
        assertEquals(isMicros ? time - time % 1000 : time, other.timestampNanos(), which);
      }
      if (!isPcap) {
        assertEquals(one.interfaceId(), other.interfaceId(), which);
      }
    }
  }

  /** Compares number, link type, octets and times of packets in each written file. */
  private void comparedWithCapinfos() throws IOException, InterruptedException {
    Tshark.assumeInstalled();
    List<Path> files = new ArrayList<>(new TreeSet<>(written.keySet()));
    // capinfos prints no row for a file that it cannot open
    for (int from = 0; from < files.size(); from += BATCH) {
      List<Path> batch = files.subList(from, Math.min(files.size(), from + BATCH));
      List<String> command =
          new ArrayList<>(List.of("capinfos", "-T", "-M", "-r", "-c", "-d", "-a", "-e", "-S"));
      batch.forEach(file -> command.add(file.toString()));
      Run run = Run.of(folder, Map.of(), command.toArray(String[]::new));
      assertEquals("", run.err());
      assertEquals(0, run.status());
      List<String> rows = run.out().lines().toList();
      assertEquals(batch.size(), rows.size(), run.out());
      for (int i = 0; i < rows.size(); i++) {
        row(batch.get(i), rows.get(i));
      }
    }
  }

  private void row(Path file, String row) {
    List<Packet> packets = written.get(file);
    String[] cells = row.split("\t", -1);
    assertEquals(file.toString(), cells[0]);
    assertEquals(Integer.toString(packets.size()), cells[1], row);
    long data = packets.stream().mapToLong(Packet::originalLength).sum();
    assertEquals(Long.toString(data), cells[2], row);
    LongSummaryStatistics times =
        packets.stream().mapToLong(Packet::timestampNanos).summaryStatistics();
    // capinfos reports no earliest time if a packet has none
    boolean isTimed = !packets.isEmpty() && times.getMin() > 0 && times.getMax() < YEAR_2262;
    if (isTimed) {
      assertEquals(seconds(times.getMin(), cells[3]), cells[3], row);
      assertEquals(seconds(times.getMax(), cells[4]), cells[4], row);
    }
  }

  /** Seconds with the same number of decimals as {@code like}. */
  private static String seconds(long nanos, String like) {
    int decimals = like.length() - like.indexOf('.') - 1;
    return BigDecimal.valueOf(nanos, 9).setScale(decimals, RoundingMode.DOWN).toPlainString();
  }

  /**
   * Compares time and lengths of each packet; concatenated pcapng files are a valid file with
   * several sections.
   */
  private void comparedWithTshark() throws IOException, InterruptedException {
    Path all = folder.resolve("all.pcapng");
    List<Packet> wanted = new ArrayList<>();
    try (OutputStream out = Files.newOutputStream(all)) {
      for (Path file : new TreeSet<>(written.keySet())) {
        if (file.toString().endsWith("-ng.pcapng")) {
          Files.copy(file, out);
          wanted.addAll(written.get(file));
        }
      }
    }
    List<String> names = List.of("frame.time_epoch", "frame.len", "frame.cap_len");
    List<String[]> rows = Tshark.fieldsOf(all, names, List.of("frame"));
    assertEquals(wanted.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Packet packet = wanted.get(i);
      String[] row = rows.get(i);
      long nanos = packet.timestampNanos();
      if (nanos != Packet.NO_TIME && nanos < YEAR_2262) {
        assertEquals(seconds(nanos, row[0]), row[0], "row " + i);
      }
      assertEquals(Integer.toString(packet.originalLength()), row[1], "row " + i);
      assertEquals(Integer.toString(packet.capturedLength()), row[2], "row " + i);
    }
    assertTrue(rows.size() > 25_000, rows.size() + " packets");
  }

  /** Comments, flags and other options are kept from pcapng to pcapng. */
  @Test
  void optionsOfPacketsComeAlong() throws IOException {
    int options = 0;
    for (Corpus.Entry entry : Corpus.captures()) {
      if (!entry.isPlain() || !entry.format().startsWith("pcapng")) {
        continue;
      }
      Path file = folder.resolve("options.pcapng");
      convert(entry.path(), file, WriteSettings.pcapng());
      try (FileCapture one = Pcap.open(entry.path(), NOTHING);
          FileCapture other = Pcap.open(file, NOTHING)) {
        while (one.next() != null) {
          assertTrue(other.next() != null);
          options += one.packetOptions().size();
          // numbers in custom options have the byte order of the original file
          assertEquals(one.packetOptions().size(), other.packetOptions().size(), entry.file());
          if (one.blocks(Block.SectionHeader.class).size() == 1) {
            assertEquals(
                one.packetOptions().toString(), other.packetOptions().toString(), entry.file());
          }
        }
      }
    }
    Files.delete(folder.resolve("options.pcapng"));
    assertTrue(options > 300, options + " options");
  }
}
