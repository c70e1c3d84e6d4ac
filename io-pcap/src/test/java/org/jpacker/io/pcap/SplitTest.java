package org.jpacker.io.pcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of a file together equal the file. */
class SplitTest {
  private static final ProtocolRegistry NOTHING = CaptureFile.NOTHING;

  @TempDir Path folder;

  @Test
  void partsTogetherAreTheWholeHoweverMisleadingThePackets() {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      for (var file : RecordFiles.pcap(order, 60_000).entrySet()) {
        Path path = file.getValue().write(folder);
        Parts.assertEveryNumber(path, file.getKey());
      }
    }
  }

  @Test
  void largePartsTogetherAreTheWhole() {
    int size = 2 * 2 * RecordBoundaries.SPAN + 1000;
    for (var file : RecordFiles.pcap(ByteOrder.LITTLE_ENDIAN, size).entrySet()) {
      Path path = file.getValue().write(folder);
      List<String> whole = Parts.read(Pcap.open(path, NOTHING));
      assertEquals(whole.size(), file.getValue().places.size());
      for (int n : new int[] {2, 3}) {
        assertEquals(whole, Parts.inThreads(Captures.split(path, n, NOTHING)), file.getKey());
      }
      assertEquals(whole, Parts.inThreads(CaptureIndex.of(path, NOTHING).split(3)), file.getKey());
    }
  }

  /**
   * Each position yields a record or no answer; files of ordinary packets always have an answer.
   */
  @Test
  void whatAllChainsLeadThroughIsARecord() {
    Set<String> answered = new HashSet<>();
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      for (var file : RecordFiles.pcap(order, 2_000_000).entrySet()) {
        Set<Long> places = new HashSet<>(file.getValue().places);
        try (RecordChain records = RecordChain.open(file.getValue().write(folder))) {
          RecordBoundaries boundaries = new RecordBoundaries((PcapRecords) records);
          for (long from = 24; from < records.size; from += 60_001) {
            long found = boundaries.find(from);
            if (found != RecordChain.NONE) {
              assertTrue(places.contains(found), file.getKey() + " from " + from);
              assertTrue(found >= from && found < from + RecordBoundaries.SPAN);
              answered.add(file.getKey());
            }
          }
        }
      }
    }
    assertTrue(
        answered.containsAll(Set.of("random octets", "whole capture files", "large capture files")),
        answered::toString);
    assertTrue(!answered.contains("a chain in step with the real one"), answered::toString);
  }

  @Test
  void aFileMadeForThePurposeIsNeverDividedWronglyInSilence() {
    RecordFile file =
        RecordFiles.misleading(ByteOrder.LITTLE_ENDIAN, 2 * 2 * RecordBoundaries.SPAN + 99);
    Path path = file.write(folder);
    List<Capture> parts = Captures.split(path, 2, NOTHING);
    CaptureException e = assertThrows(CaptureException.class, () -> Parts.read(parts.get(0)));
    assertTrue(e.getMessage().contains("use CaptureIndex.split for this file"), e.getMessage());
    assertTrue(file.places.contains(e.offset()), e.getMessage());
    assertEquals(
        Parts.read(Pcap.open(path, NOTHING)),
        Parts.inThreads(CaptureIndex.of(path, NOTHING).split(2)));
  }

  @Test
  void rangesThatCoverAFileGiveEachPacketOnce() throws IOException {
    Random random = new Random(3);
    for (var file : RecordFiles.pcap(ByteOrder.BIG_ENDIAN, 3 * RecordBoundaries.SPAN).entrySet()) {
      Path path = file.getValue().write(folder);
      List<String> whole = Parts.read(Pcap.open(path, NOTHING));
      List<String> ranges = new ArrayList<>();
      long last = 0;
      for (long at = 0; at < Files.size(path); ) {
        long to = Math.min(Files.size(path), at + random.nextInt(3_000_000));
        ranges.addAll(Parts.read(Captures.range(path, at, to, NOTHING)));
        long boundary = Captures.boundary(path, to);
        assertTrue(boundary >= last, file.getKey());
        last = boundary;
        at = to;
      }
      assertEquals(whole, ranges, file.getKey());
    }
  }

  /**
   * Sections, byte orders and interfaces change within the file, and packets contain pcapng files.
   */
  private static RecordFile pcapng(int packets) {
    RecordFile file = RecordFile.pcapng(ByteOrder.LITTLE_ENDIAN).networkInterface(1);
    Random random = new Random(8);
    int interfaces = 1;
    for (int i = 0; i < packets; i++) {
      if (i % 97 == 50) {
        file.networkInterface(101);
        interfaces++;
      }
      if (i % 301 == 300) {
        file.section().networkInterface(113);
        interfaces = 1;
      }
      if (i % 41 == 0) {
        file.block(0xbad, file.bytes(random.nextInt(50) * 4));
      }
      RecordFile inner = RecordFile.pcapng(ByteOrder.BIG_ENDIAN).networkInterface(9);
      for (int j = random.nextInt(4); j > 0; j--) {
        inner.enhanced(0, j, new byte[random.nextInt(99)]);
      }
      file.enhanced(random.nextInt(interfaces), 1_700_000_000_000_000L + i, inner.toBytes());
    }
    return file;
  }

  @Test
  void partsOfPcapngKnowTheirInterfaces() throws IOException {
    RecordFile first = pcapng(1000);
    Path path = first.write(folder);
    Parts.assertEveryNumber(path, "pcapng");
    // a second section in the other byte order
    RecordFile second = RecordFile.pcapng(ByteOrder.BIG_ENDIAN).networkInterface(228);
    for (int i = 0; i < 500; i++) {
      second.enhanced(0, i, new byte[i % 50]);
    }
    byte[] both = Arrays.copyOf(first.toBytes(), first.out.size() + second.out.size());
    System.arraycopy(second.toBytes(), 0, both, first.out.size(), second.out.size());
    Parts.assertEveryNumber(Files.write(folder.resolve("both"), both), "two byte orders");
  }

  @Test
  void walkInStretchesFindsWhatAWalkFinds() throws IOException {
    Map<String, RecordFile> files = RecordFiles.pcap(ByteOrder.LITTLE_ENDIAN, 400_000);
    files.put("pcapng", pcapng(2000));
    for (var file : files.entrySet()) {
      try (RecordChain records = RecordChain.open(file.getValue().write(folder))) {
        long[] wanted = new Random(1).longs(20, 0, records.size).sorted().toArray();
        RecordWalk.Marks once = RecordWalk.of(records, 1, wanted);
        for (int stretches : new int[] {2, 3, 7, 50}) {
          RecordWalk.Marks marks = RecordWalk.of(records.twin(), stretches, wanted);
          assertTrue(Arrays.equals(once.boundaries(), marks.boundaries()), file.getKey());
          assertEquals(once.context(), marks.context(), file.getKey());
        }
      }
    }
  }

  @Test
  void damageIsMetByThePartThatHoldsIt() throws IOException {
    RecordFile file = RecordFile.pcap(ByteOrder.LITTLE_ENDIAN, 65535);
    for (int i = 0; i < 100; i++) {
      file.record(RecordFile.SECONDS + i, i, new byte[50], 50);
    }
    byte[] octets = file.toBytes();
    long place = file.places.get(60);
    ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN).putInt((int) place + 8, -1);
    Path damaged = Files.write(folder.resolve("damaged"), octets);
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(file.toBytes(), octets.length - 7));
    for (Path path : List.of(damaged, cut)) {
      int expected = path == damaged ? 60 : 99;
      for (int n = 1; n <= 64; n++) {
        int packets = 0;
        List<String> messages = new ArrayList<>();
        for (Capture part : Captures.split(path, n, NOTHING)) {
          try (part) {
            while (part.next() != null) {
              packets++;
            }
          } catch (CaptureException e) {
            messages.add(e.getMessage());
          }
        }
        assertEquals(expected, packets);
        assertEquals(List.of(messageOf(path)), messages);
      }
    }
  }

  private static String messageOf(Path path) {
    return assertThrows(CaptureException.class, () -> Parts.read(Pcap.open(path, NOTHING)))
        .getMessage();
  }

  @Test
  void anEmptyCaptureHasEmptyParts() {
    for (RecordFile file :
        List.of(
            RecordFile.pcap(ByteOrder.LITTLE_ENDIAN, 0), RecordFile.pcapng(ByteOrder.BIG_ENDIAN))) {
      Path path = file.write(folder);
      for (int n : new int[] {1, 2, 64}) {
        assertEquals(List.of(), Parts.inThreads(Captures.split(path, n, NOTHING)));
      }
      assertEquals(List.of(), Parts.read(CaptureIndex.of(path, NOTHING).slice(1, 9)));
    }
  }

  @Test
  void whatIsNotPlainIsRefused() throws IOException {
    byte[] plain = RecordFile.pcap(ByteOrder.LITTLE_ENDIAN, 0).toBytes();
    assertRefused(
        Files.write(folder.resolve("a.gz"), CaptureFile.gzip(plain)),
        "offset 0: is compressed with gzip; only plain files can be read from the middle:"
            + " decompress it first");
    assertRefused(folder, "is not a regular file; only those can be read from the middle");
    assertRefused(folder.resolve("none"), "no such file");
    assertRefused(
        Files.write(folder.resolve("text"), "no capture, just text in a file".getBytes("UTF-8")),
        "offset 0: is not a pcap, pcapng or snoop file, or ends within its header");
  }

  private static void assertRefused(Path file, String reason) {
    assertEquals(
        file + ": " + reason,
        assertThrows(CaptureException.class, () -> Captures.split(file, 2, NOTHING)).getMessage());
  }

  @Test
  void indexFindsPacketsByNumberAndByTime() {
    RecordFile file = pcapng(3000);
    Path path = file.write(folder);
    List<Packet> whole = new ArrayList<>();
    try (Capture capture = Pcap.open(path, NOTHING)) {
      capture.forEach(whole::add);
    }
    CaptureIndex index = CaptureIndex.of(path, NOTHING);
    assertEquals(3000, index.packets());
    List<String> texts = whole.stream().map(Parts::text).toList();
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      int first = 1 + random.nextInt(3000);
      int last = first - 1 + random.nextInt(300);
      assertEquals(
          texts.subList(first - 1, Math.min(3000, last)), Parts.read(index.slice(first, last)));
      var from = whole.get(first - 1).timestamp();
      var to = whole.get(Math.min(2999, last)).timestamp();
      List<String> within =
          whole.stream()
              .filter(p -> !p.timestamp().isBefore(from) && p.timestamp().isBefore(to))
              .map(Parts::text)
              .toList();
      assertEquals(within, Parts.read(index.slice(from, to)));
    }
    assertEquals(List.of(), Parts.read(index.slice(3001, 5000)));
    assertEquals(texts, Parts.read(index.slice(1, Long.MAX_VALUE)));
  }
}
