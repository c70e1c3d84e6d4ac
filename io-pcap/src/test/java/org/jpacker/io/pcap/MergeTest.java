package org.jpacker.io.pcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.CaptureRecord;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.junit.jupiter.api.Test;

class MergeTest {

  private static Capture capture(int linkType, int tag, int... seconds) {
    CaptureFile file = CaptureFile.pcap(ByteOrder.LITTLE_ENDIAN, 0xa1b2c3d4, linkType);
    for (int i = 0; i < seconds.length; i++) {
      file.record(seconds[i], 0, new byte[] {(byte) tag, (byte) i}, 2);
    }
    return open(file.toBytes());
  }

  private static Capture open(byte[] file) {
    return Pcap.open(new ByteArrayInputStream(file), CaptureFile.NOTHING);
  }

  /** Time, capture number and packet number of each packet. */
  private static List<String> texts(Capture capture) {
    List<String> texts = new ArrayList<>();
    try (capture) {
      capture.forEach(packet -> texts.add(text(packet)));
    }
    return texts;
  }

  private static String text(Packet packet) {
    byte[] octets = packet.toBytes();
    return packet.timestampNanos() / 1_000_000_000 + ":" + octets[0] + "." + octets[1];
  }

  @Test
  void recordsAreThoseOfThePackets() {
    CaptureRecord record = new CaptureRecord();
    try (Capture packets = Captures.merge(List.of(capture(1, 7, 1, 3), capture(101, 8, 2)));
        Capture records = Captures.merge(List.of(capture(1, 7, 1, 3), capture(101, 8, 2)))) {
      for (Packet packet : packets) {
        assertTrue(records.next(record));
        assertEquals(packet, record.packet());
        assertEquals(packet.timestampNanos(), record.timestampNanos());
        assertEquals(packet.interfaceId(), record.link().interfaceId());
        assertEquals(packet.linkType(), record.link().type());
      }
      assertFalse(records.next(record));
    }
  }

  @Test
  void packetsComeInTheOrderOfTimeAndOtherwiseOfTheCaptures() {
    assertEquals(
        List.of("1:7.0", "2:8.0", "3:7.1", "3:7.2", "3:8.1", "3:9.0", "4:8.2", "9:7.3"),
        texts(
            Captures.merge(
                List.of(capture(1, 7, 1, 3, 3, 9), capture(1, 8, 2, 3, 4), capture(1, 9, 3)))));
  }

  @Test
  void interfacesOfDifferentCapturesStayApart() {
    try (MergedCapture merged =
        Captures.merge(List.of(capture(1, 0, 5), capture(101, 1, 4, 6), capture(1, 2, 4)))) {
      List<String> found = new ArrayList<>();
      merged.forEach(p -> found.add(p.interfaceId() + " " + p.linkType() + " " + text(p)));
      assertEquals(List.of("0 101 4:1.0", "1 1 4:2.0", "2 1 5:0.0", "0 101 6:1.1"), found);
      assertEquals(
          List.of(101, 1, 1),
          merged.interfaces().stream().map(CaptureInterface::linkType).toList());
    }
  }

  @Test
  void damageOfOneLosesNothingOfTheOthers() {
    byte[] damaged =
        CaptureFile.pcap(ByteOrder.LITTLE_ENDIAN, 0xa1b2c3d4, 1)
            .record(1, 0, new byte[] {3, 0}, 2)
            .putInt(9)
            .toBytes();
    List<String> found = new ArrayList<>();
    Capture merged = Captures.merge(List.of(open(damaged), capture(1, 4, 2, 5)));
    CaptureException e =
        assertThrows(CaptureException.class, () -> merged.forEach(p -> found.add(text(p))));
    assertEquals(List.of("1:3.0", "2:4.0", "5:4.1"), found);
    assertEquals(42, e.offset());
  }

  @Test
  void slicesAreByNumberAndByTime() {
    assertEquals(List.of("2:0.1", "3:0.2"), texts(Captures.slice(capture(1, 0, 1, 2, 3, 4), 2, 3)));
    assertEquals(List.of(), texts(Captures.slice(capture(1, 0, 1, 2), 3, 9)));
    assertEquals(
        List.of("2:0.1", "3:0.3"),
        texts(
            Captures.slice(
                capture(1, 0, 1, 2, 9, 3, 4), Instant.ofEpochSecond(2), Instant.ofEpochSecond(4))));
  }

  /** Files in memory, by number. */
  private static final class Memory {
    final Map<Long, ByteArrayOutputStream> files = new TreeMap<>();

    PacketWriter open(long number) {
      files.put(number, new ByteArrayOutputStream());
      return Pcap.create(files.get(number), WriteSettings.pcap());
    }

    List<List<String>> contents() {
      return files.values().stream()
          .map(file -> texts(MergeTest.open(file.toByteArray())))
          .toList();
    }
  }

  private static void write(PacketWriter writer, Capture capture) {
    try (writer;
        capture) {
      capture.forEach(writer::write);
    }
  }

  @Test
  void filesHaveSoManyPacketsOrOctetsOrSeconds() {
    Memory counted = new Memory();
    write(SplitWriter.byCount(2, counted::open), capture(1, 0, 1, 2, 3, 4, 5));
    assertEquals(
        List.of(List.of("1:0.0", "2:0.1"), List.of("3:0.2", "4:0.3"), List.of("5:0.4")),
        counted.contents());
    Memory sized = new Memory();
    write(SplitWriter.byOctets(5, sized::open), capture(1, 0, 1, 2, 3));
    assertEquals(List.of(List.of("1:0.0", "2:0.1"), List.of("3:0.2")), sized.contents());
    Memory tiny = new Memory();
    write(SplitWriter.byOctets(1, tiny::open), capture(1, 0, 1, 2));
    assertEquals(List.of(List.of("1:0.0"), List.of("2:0.1")), tiny.contents());
    Memory timed = new Memory();
    write(
        SplitWriter.byTime(Duration.ofSeconds(10), timed::open),
        capture(1, 0, 100, 109, 110, 105, 151, 152));
    assertEquals(
        List.of(
            List.of("100:0.0", "109:0.1"),
            List.of("110:0.2", "105:0.3"),
            List.of("151:0.4", "152:0.5")),
        timed.contents());
    Memory none = new Memory();
    write(SplitWriter.byCount(1, none::open), capture(1, 0));
    assertEquals(List.of(), none.contents());
  }

  @Test
  void fileOfAKeyIsOpenedAgainWhenTooManyWereOpen() {
    Map<Integer, List<String>> files = new TreeMap<>();
    List<String> calls = new ArrayList<>();
    int[] open = {0, 0};
    SplitWriter writer =
        SplitWriter.byKey(
            packet -> packet.toBytes()[1] % 5,
            3,
            (key, number, again) -> {
              assertEquals(again, files.containsKey(key));
              files.computeIfAbsent(key, k -> new ArrayList<>());
              calls.add(key + "=" + number);
              open[1] = Math.max(open[1], ++open[0]);
              return new PacketWriter() {
                @Override
                public void write(Packet packet) {
                  files.get(key).add(text(packet));
                }

                @Override
                public void flush() {}

                @Override
                public void close() {
                  open[0]--;
                }
              };
            });
    write(writer, capture(1, 0, new Random(6).ints(100, 0, 999).toArray()));
    assertEquals(0, open[0]);
    assertEquals(3, open[1]);
    assertEquals(100, files.values().stream().mapToInt(List::size).sum());
    for (int key = 0; key < 5; key++) {
      int of = key;
      assertEquals(
          IntStream.range(0, 20).mapToObj(i -> "0." + (of + 5 * i)).toList(),
          files.get(key).stream().map(text -> text.substring(text.indexOf(':') + 1)).toList());
      assertEquals(true, calls.contains(key + "=" + key));
    }
  }
}
