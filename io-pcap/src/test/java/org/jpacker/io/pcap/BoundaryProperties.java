package org.jpacker.io.pcap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Record boundaries are found correctly, whatever the packets contain. */
class BoundaryProperties {

  private static RecordFile file(List<byte[]> packets, boolean isPcapng) {
    RecordFile file =
        isPcapng
            ? RecordFile.pcapng(ByteOrder.BIG_ENDIAN).networkInterface(1)
            : RecordFile.pcap(ByteOrder.LITTLE_ENDIAN, 0);
    for (byte[] packet : packets) {
      if (isPcapng) {
        file.enhanced(0, 1, packet);
      } else {
        file.record(RecordFile.SECONDS, packet.length, packet, packet.length);
      }
    }
    return file;
  }

  /** Finds the first record from each position on, however the walk is divided. */
  @Property(tries = 300)
  void walkFindsTheFirstRecordBehindEachPlace(
      @ForAll @Size(max = 40) List<byte[]> packets,
      @ForAll boolean isPcapng,
      @ForAll @IntRange(min = 1, max = 9) int stretches)
      throws IOException {
    RecordFile file = file(packets, isPcapng);
    TreeSet<Long> places = new TreeSet<>(file.places);
    if (isPcapng) {
      places.addAll(List.of(0L, 28L));
    }
    Path path = Files.write(Files.createTempFile("boundary", ".cap"), file.toBytes());
    try (RecordChain records = RecordChain.open(path)) {
      long[] wanted = new long[file.out.size() + 1];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = i;
      }
      RecordWalk.Marks marks = RecordWalk.of(records, stretches, wanted);
      for (int i = 0; i < wanted.length; i++) {
        Long expected = places.ceiling((long) i);
        assertEquals(expected == null ? records.size : expected, marks.boundaries()[i]);
      }
    } finally {
      Files.delete(path);
    }
  }

  @Property(tries = 100)
  void partsTogetherAreTheWhole(
      @ForAll @Size(max = 40) List<byte[]> packets,
      @ForAll boolean isPcapng,
      @ForAll @IntRange(min = 1, max = 64) int n)
      throws IOException {
    Path path =
        Files.write(Files.createTempFile("parts", ".cap"), file(packets, isPcapng).toBytes());
    try {
      List<String> whole = Parts.read(Pcap.open(path, CaptureFile.NOTHING));
      assertEquals(packets.size(), whole.size());
      assertEquals(whole, Parts.inThreads(Captures.split(path, n, CaptureFile.NOTHING)));
      assertEquals(whole, Parts.inThreads(CaptureIndex.of(path, CaptureFile.NOTHING).split(n)));
    } finally {
      Files.delete(path);
    }
  }
}
