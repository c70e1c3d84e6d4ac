package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.CaptureIndex;
import org.jpacker.io.pcap.Captures;
import org.jpacker.io.pcap.Pcap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Splits and merges captures of the corpus, and compares the results with those of Wireshark's
 * programs.
 */
class CorpusPartsTest {
  private static final ProtocolRegistry NOTHING = ProtocolRegistry.of();
  private static final Path LAUNCHER =
      Path.of(System.getProperty("jpacker.image"), "bin", "jpacker");
  private static final List<String> COLUMNS =
      List.of("frame.time_epoch", "frame.len", "frame.cap_len", "frame.protocols");

  private static String text(Packet packet) {
    return packet.timestampNanos()
        + " "
        + packet.link().type()
        + " "
        + packet.interfaceId()
        + " "
        + packet.originalLength()
        + " "
        + Arrays.hashCode(packet.toBytes());
  }

  private static List<String> read(Capture capture) {
    List<String> packets = new ArrayList<>();
    try (capture) {
      capture.forEach(packet -> packets.add(text(packet)));
    }
    return packets;
  }

  private static List<String> readInThreads(List<Capture> parts) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<List<String>>> results = new ArrayList<>();
      parts.forEach(part -> results.add(threads.submit(() -> read(part))));
      List<String> packets = new ArrayList<>();
      for (Future<List<String>> result : results) {
        packets.addAll(result.get());
      }
      return packets;
    } finally {
      threads.shutdown();
    }
  }

  private static boolean isPlain(Corpus.Entry entry) throws IOException {
    byte[] first = new byte[4];
    try (var in = Files.newInputStream(entry.path())) {
      in.readNBytes(first, 0, 4);
    }
    return !entry.format().endsWith(".zst") && first[0] != 0x1f;
  }

  @Test
  void partsTogetherAreTheWhole() throws Exception {
    int files = 0;
    for (Corpus.Entry entry : Corpus.captures()) {
      if (!entry.isReadable() || !isPlain(entry)) {
        continue;
      }
      files++;
      List<String> whole = read(Pcap.open(entry.path(), NOTHING));
      boolean isLarge = Files.size(entry.path()) > 200_000;
      for (int n = 1; n <= 64; n = isLarge ? n + 1 : n * 4 - 1) {
        List<Capture> parts = Captures.split(entry.path(), n, NOTHING);
        assertEquals(n, parts.size());
        assertEquals(whole, readInThreads(parts), entry + " in " + n);
        if (n == 1 && !isLarge) {
          n = 2;
        }
      }
      CaptureIndex index = CaptureIndex.of(entry.path(), NOTHING);
      assertEquals(whole.size(), index.packets(), entry::toString);
      assertEquals(whole, readInThreads(index.split(5)), entry::toString);
      int first = whole.size() / 3 + 1;
      int last = Math.min(whole.size(), 2 * whole.size() / 3 + 1);
      assertEquals(
          whole.subList(Math.min(first, last + 1) - 1, last),
          read(index.slice(first, last)),
          entry::toString);
    }
    assertTrue(files > 280, "files: " + files);
  }

  /** After damage, the packets of each part are packets of the whole file. */
  @Test
  void hostileFilesAreDividedOrRefused() throws IOException {
    Path folder = Path.of(System.getProperty("jpacker.corpus"), "hostile");
    Corpus.captures();
    int files = 0;
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        List<String> whole = new ArrayList<>();
        List<String> inParts = new ArrayList<>();
        try (Capture capture = Pcap.open(path, NOTHING)) {
          capture.forEach(packet -> whole.add(text(packet)));
        } catch (CaptureException e) {
          // the intact packets count
        }
        List<Capture> parts;
        try {
          parts = Captures.split(path, 3, NOTHING);
        } catch (CaptureException e) {
          continue;
        }
        files++;
        for (Capture part : parts) {
          try (part) {
            part.forEach(packet -> inParts.add(text(packet)));
          } catch (CaptureException e) {
            // the expected damage
          }
        }
        assertTrue(inParts.size() >= whole.size(), path::toString);
        assertEquals(whole, inParts.subList(0, whole.size()), path::toString);
      }
    }
    assertTrue(files > 50, "files: " + files);
  }

  private static Run program(Path folder, Object... words) throws Exception {
    return Run.of(
        folder, Map.of(), Arrays.stream(words).map(Object::toString).toArray(String[]::new));
  }

  private static List<String> rows(Path capture) throws Exception {
    return Tshark.fields(capture, COLUMNS).stream().map(row -> String.join(" ", row)).toList();
  }

  private static Path file(String name) throws IOException {
    return Corpus.captures().stream()
        .filter(entry -> entry.file().endsWith(name))
        .findFirst()
        .orElseThrow()
        .path();
  }

  @Test
  void mergedFilesAreThoseOfMergecap(@TempDir Path folder) throws Exception {
    Tshark.assumeInstalled();
    Path ours = folder.resolve("ours.pcapng");
    Path theirs = folder.resolve("theirs.pcapng");
    for (List<String> names :
        List.of(
            List.of("4KHttpRequests.pcap", "650HttpResponses.pcap", "sll.pcap"),
            List.of("example.pcap", "example2.pcap", "Video_Calls.pcap"),
            List.of("sll.pcap", "sll.pcap"))) {
      List<Object> words = new ArrayList<>(List.of(LAUNCHER, "merge", "-w", ours));
      List<Object> others = new ArrayList<>(List.of("mergecap", "-w", theirs));
      for (String name : names) {
        words.add(file(name));
        others.add(file(name));
      }
      program(folder, words.toArray()).fine();
      assertEquals(0, program(folder, others.toArray()).status());
      assertEquals(rows(theirs), rows(ours), names::toString);
    }
  }

  @Test
  void slicesAreThoseOfEditcap(@TempDir Path folder) throws Exception {
    Tshark.assumeInstalled();
    Path in = file("example.pcap");
    Path ours = folder.resolve("ours.pcap");
    Path theirs = folder.resolve("theirs.pcap");
    String[][] options = {
      {"-n 5-17,40,4000-", "-r", "5-17 40 4000-5000"},
      {"--not -n 5-17,40", "", "5-17 40"},
      {"-s 60", "-s 60", ""},
    };
    for (String[] option : options) {
      List<Object> words = new ArrayList<>(List.of(LAUNCHER, "slice"));
      words.addAll(List.of(option[0].split(" ")));
      words.addAll(List.of(in, ours));
      program(folder, words.toArray()).fine();
      List<Object> others = new ArrayList<>(List.of("editcap", "-F", "pcap"));
      others.addAll(option[1].isEmpty() ? List.of() : List.of(option[1].split(" ")));
      others.addAll(List.of(in, theirs));
      others.addAll(option[2].isEmpty() ? List.of() : List.of(option[2].split(" ")));
      assertEquals(0, program(folder, others.toArray()).status());
      assertEquals(rows(theirs), rows(ours), option[0]);
    }
    program(folder, LAUNCHER, "slice", "-c", "1000", in, folder.resolve("c.pcap")).fine();
    assertEquals(
        0, program(folder, "editcap", "-c", "1000", in, folder.resolve("e.pcap")).status());
    List<Path> parts = parts(folder, "c-");
    List<Path> expected = parts(folder, "e_");
    assertEquals(expected.size(), parts.size());
    for (int i = 0; i < parts.size(); i++) {
      assertEquals(rows(expected.get(i)), rows(parts.get(i)));
    }
  }

  private static List<Path> parts(Path folder, String prefix) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    }
  }

  @Test
  void flowsAreDividedWithoutLoss(@TempDir Path folder) throws Exception {
    Path in = file("4KHttpRequests.pcap");
    program(folder, LAUNCHER, "slice", "--flow", in, folder.resolve("f.pcap")).fine();
    List<String> all = new ArrayList<>();
    List<Path> files = parts(folder, "f-");
    for (Path flow : files) {
      all.addAll(read(Pcap.open(flow, NOTHING)));
    }
    List<String> whole = read(Pcap.open(in, NOTHING));
    assertEquals(whole.stream().sorted().toList(), all.stream().sorted().toList());
    assertTrue(files.size() > 10, "files: " + files.size());
  }

  @Test
  void imageReadsCompressedFiles(@TempDir Path folder) throws Exception {
    Path in = file("sll.pcap");
    String plain = program(folder, LAUNCHER, "read", in).fine().out();
    for (String ending : List.of("gz", "zst", "xz")) {
      Path packed = folder.resolve("a.pcap." + ending);
      program(folder, LAUNCHER, "convert", in, packed).fine();
      assertEquals(plain, program(folder, LAUNCHER, "read", packed).fine().out(), ending);
    }
  }
}
