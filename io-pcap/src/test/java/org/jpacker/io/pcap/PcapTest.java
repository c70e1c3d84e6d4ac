package org.jpacker.io.pcap;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.CaptureFile.Contents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcapTest {
  private static final byte[] ONE = {1, 2, 3, 4, 5};
  private static final byte[] TWO = {6, 7, 8};

  private static CaptureFile two(ByteOrder order, int magic) {
    return CaptureFile.pcap(order, magic, 1).record(10, 7, ONE, 60).record(11, 8, TWO, 3);
  }

  private static void check(Contents contents, long firstNanos) {
    assertNull(contents.damage());
    assertEquals(2, contents.packets().size());
    Packet first = contents.packets().get(0);
    assertArrayEquals(ONE, first.toBytes());
    assertEquals(60, first.originalLength());
    assertEquals(firstNanos, first.timestampNanos());
    assertArrayEquals(TWO, contents.packets().get(1).toBytes());
  }

  @Test
  void bothByteOrdersAndResolutionsAreRead() {
    for (ByteOrder order : List.of(BIG_ENDIAN, LITTLE_ENDIAN)) {
      check(CaptureFile.read(two(order, 0xa1b2c3d4).toBytes()), 10_000_007_000L);
      check(CaptureFile.read(two(order, 0xa1b23c4d).toBytes()), 10_000_000_007L);
    }
  }

  @Test
  void modifiedVariantHasLongerRecordHeaders() {
    byte[] file =
        CaptureFile.pcap(LITTLE_ENDIAN, 0xa1b2cd34, 1)
            .putInt(10)
            .putInt(7)
            .putInt(4)
            .putInt(4)
            .putInt(99)
            .putInt(0)
            .putInt(0x04030201)
            .toBytes();
    Contents contents = CaptureFile.read(file);
    assertNull(contents.damage());
    assertArrayEquals(new byte[] {1, 2, 3, 4}, contents.packets().get(0).toBytes());
  }

  @Test
  void gzipIsRecognisedByContentAlsoInSeveralMembers() {
    byte[] file = two(LITTLE_ENDIAN, 0xa1b2c3d4).toBytes();
    check(CaptureFile.read(CaptureFile.gzip(file)), 10_000_007_000L);
    byte[] head = CaptureFile.gzip(Arrays.copyOf(file, 30));
    byte[] tail = CaptureFile.gzip(Arrays.copyOfRange(file, 30, file.length));
    byte[] both = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, both, head.length, tail.length);
    check(CaptureFile.read(both), 10_000_007_000L);
  }

  @Test
  void linkTypeIsTheLowerHalfAndRawIsOne() {
    byte[] file =
        CaptureFile.pcap(LITTLE_ENDIAN, 0xa1b2c3d4, 0x2400_0001).record(0, 0, ONE, 5).toBytes();
    assertEquals(1, CaptureFile.read(file).packets().get(0).linkType());
    file = CaptureFile.pcap(LITTLE_ENDIAN, 0xa1b2c3d4, 12).record(0, 0, ONE, 5).toBytes();
    assertEquals(101, CaptureFile.read(file).packets().get(0).linkType());
  }

  @Test
  void everyTruncationGivesTheWholePacketsThenTheReason() {
    byte[] file = two(LITTLE_ENDIAN, 0xa1b2c3d4).toBytes();
    for (int length = 0; length < file.length; length++) {
      Contents contents = CaptureFile.read(Arrays.copyOf(file, length));
      assertEquals(length < 45 ? 0 : 1, contents.packets().size(), "cut to " + length);
      assertEquals(length == 24 || length == 45, contents.damage() == null, "cut to " + length);
    }
    assertEquals("stream: offset 0: is empty", CaptureFile.read(new byte[0]).damage());
    assertEquals(
        "stream: offset 0: the pcap file header needs 24 octets, the file ends after 23",
        CaptureFile.read(Arrays.copyOf(file, 23)).damage());
    assertEquals(
        "stream: offset 24: a record header needs 16 octets, the file ends after 15",
        CaptureFile.read(Arrays.copyOf(file, 39)).damage());
    assertEquals(
        "stream: offset 45: a record of 3 captured octets needs 19 octets, the file ends after 18",
        CaptureFile.read(Arrays.copyOf(file, file.length - 1)).damage());
  }

  @Test
  void damagedGzipGivesThePacketsBeforeTheDamage() {
    byte[] packed = CaptureFile.gzip(two(LITTLE_ENDIAN, 0xa1b2c3d4).toBytes());
    Contents contents = CaptureFile.read(Arrays.copyOf(packed, packed.length - 12));
    assertTrue(contents.damage().startsWith("stream (uncompressed): offset "), contents.damage());
    packed[packed.length - 6] ^= 1;
    contents = CaptureFile.read(packed);
    assertEquals(2, contents.packets().size());
    assertTrue(contents.damage().contains("cannot be read"), contents.damage());
  }

  @Test
  void whatAGzipBlockHoldsBeforeItsDamageIsGiven() {
    byte[] file = two(LITTLE_ENDIAN, 0xa1b2c3d4).toBytes();
    // RFC 1951: a stored block, then one of the reserved type; one call decodes both
    ByteBuffer packed = ByteBuffer.allocate(10 + 5 + file.length + 1).order(LITTLE_ENDIAN);
    packed.put(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
    packed.put((byte) 0).putShort((short) file.length).putShort((short) ~file.length).put(file);
    Contents contents = CaptureFile.read(packed.put((byte) 7).array());
    assertEquals(2, contents.packets().size());
    assertEquals(
        "stream (uncompressed): offset 64: cannot be read: the gzip data are damaged: "
            + "invalid block type",
        contents.damage());
  }

  @Test
  void lengthThatNoPacketHasIsDamage() {
    byte[] file =
        two(LITTLE_ENDIAN, 0xa1b2c3d4).putInt(0).putInt(0).putInt(-1).putInt(-1).toBytes();
    Contents contents = CaptureFile.read(file);
    assertEquals(2, contents.packets().size());
    assertEquals(
        "stream: offset 64: a record claims 4294967295 captured octets, at most 262144 are possible",
        contents.damage());
  }

  @Test
  void largeClaimInSmallFileAllocatesLittle() {
    byte[] file =
        CaptureFile.pcapng(LITTLE_ENDIAN)
            .networkInterface(1, 0)
            .putInt(6)
            .putInt(60_000_000)
            .putInt(0)
            .toBytes();
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    CaptureFile.read(file);
    long before = threads.getCurrentThreadAllocatedBytes();
    Contents contents = CaptureFile.read(file);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(contents.damage().contains("needs 60000000 octets"), contents.damage());
    assertTrue(allocated < 2_000_000, allocated + " octets");
  }

  @Test
  void recordsOfAllSizesCrossTheBlocks() throws IOException {
    Random random = new Random(1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[][] written = new byte[600][];
    out.write(CaptureFile.pcap(LITTLE_ENDIAN, 0xa1b2c3d4, 1).toBytes());
    for (int i = 0; i < written.length; i++) {
      written[i] = new byte[i % 50 == 0 ? 200_000 : random.nextInt(3000)];
      random.nextBytes(written[i]);
      byte[] record = CaptureFile.pcap(LITTLE_ENDIAN, 0, 0).record(i, 0, written[i], 1).toBytes();
      out.write(record, 24, record.length - 24);
    }
    List<Packet> packets = CaptureFile.read(out.toByteArray()).packets();
    assertEquals(written.length, packets.size());
    for (int i = 0; i < written.length; i++) {
      // compared after reading everything: no window has been overwritten
      assertArrayEquals(written[i], packets.get(i).toBytes(), "packet " + i);
    }
  }

  @Test
  void packetsOfPipeAreThereAsSoonAsTheyAreWhole() {
    byte[] file = two(LITTLE_ENDIAN, 0xa1b2c3d4).toBytes();
    int[] given = {0};
    InputStream slow =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("one octet at a time");
          }

          @Override
          public int read(byte[] into, int from, int length) {
            if (given[0] == file.length) {
              throw new AssertionError("asked for more than the packet needs");
            }
            into[from] = file[given[0]++];
            return 1;
          }
        };
    try (Capture capture = Pcap.open(slow, CaptureFile.NOTHING)) {
      assertArrayEquals(ONE, capture.next().toBytes());
      assertEquals(45, given[0]);
      assertArrayEquals(TWO, capture.next().toBytes());
    }
  }

  @Test
  void whatIsNoCaptureIsNamed(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("missing.pcap");
    assertEquals(missing + ": no such file", message(missing));
    assertEquals(folder + ": is a directory", message(folder));
    Path text = Files.writeString(folder.resolve("a.txt"), "hello");
    assertEquals(
        text
            + ": offset 0: is not a capture file: it begins with 68656c6c, which is neither pcap,"
            + " pcapng nor snoop",
        message(text));
    Path empty = Files.write(folder.resolve("empty"), new byte[0]);
    assertEquals(empty + ": offset 0: is empty", message(empty));
    Path packed = Files.write(folder.resolve("x.zst"), new byte[] {0x28, (byte) 0xb5, 0x2f, -3, 0});
    assertEquals(
        packed
            + ": offset 0: is not a capture file: it is compressed with zstd, which needs a module"
            + " that is not installed: add org.jpacker.io.compress (artifact"
            + " org.jpacker:jpacker-io-compress), or decompress the file first",
        message(packed));
  }

  private static String message(Path file) {
    return assertThrows(CaptureException.class, () -> Pcap.open(file, CaptureFile.NOTHING))
        .getMessage();
  }

  @Test
  void damageStaysDamage() {
    byte[] file = Arrays.copyOf(two(LITTLE_ENDIAN, 0xa1b2c3d4).toBytes(), 50);
    try (Capture capture = Pcap.open(new java.io.ByteArrayInputStream(file), CaptureFile.NOTHING)) {
      capture.next();
      CaptureException first = assertThrows(CaptureException.class, capture::next);
      assertEquals(45, first.offset());
      assertEquals(first, assertThrows(CaptureException.class, capture::next));
    }
  }

  @Test
  void whatIsWrittenIsRead(@TempDir Path folder) throws IOException {
    for (FileFormat format : List.of(FileFormat.PCAP, FileFormat.PCAP_NANOS)) {
      Path file = folder.resolve(format + ".pcap");
      List<Packet> packets = CaptureFile.read(two(BIG_ENDIAN, 0xa1b23c4d).toBytes()).packets();
      try (PacketWriter writer = Pcap.create(file, WriteSettings.of(format))) {
        packets.forEach(writer::write);
      }
      boolean isNanos = format == FileFormat.PCAP_NANOS;
      check(
          CaptureFile.read(Files.readAllBytes(file)), isNanos ? 10_000_000_007L : 10_000_000_000L);
    }
  }

  @Test
  void packetOfAnotherLinkTypeIsRefusedAndNothingIsWritten() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PacketWriter writer = Pcap.create(out, WriteSettings.pcap())) {
      writer.write(Packet.read(ONE, 1, CaptureFile.NOTHING));
      Packet other = Packet.read(TWO, 101, CaptureFile.NOTHING);
      assertEquals(
          "stream: pcap holds packets of one link type: this file's is 1, this packet's is 101"
              + " (pcapng holds several)",
          assertThrows(CaptureException.class, () -> writer.write(other)).getMessage());
    }
    assertEquals(1, CaptureFile.read(out.toByteArray()).packets().size());
  }

  @Test
  void textOfLongNonsenseIsNoCapture() {
    byte[] text = "x".repeat(1000).getBytes(StandardCharsets.US_ASCII);
    assertTrue(CaptureFile.read(text).damage().contains("is not a capture file"));
  }

  @Test
  void recordsLongerThanTheSnapshotLengthAreReadAsOthersDo() {
    byte[] octets = new byte[300_000];
    CaptureFile file = CaptureFile.pcap(LITTLE_ENDIAN, 0xa1b2c3d4, 1);
    byte[] small = file.record(0, 0, new byte[100_000], 100_000).toBytes();
    for (int snapLength : new int[] {0, 96}) {
      java.nio.ByteBuffer.wrap(small).order(LITTLE_ENDIAN).putInt(16, snapLength);
      assertEquals(100_000, CaptureFile.read(small).packets().get(0).capturedLength());
    }
    // libpcap and Wireshark allow larger packets for some link types, such as D-Bus
    byte[] large =
        CaptureFile.pcap(LITTLE_ENDIAN, 0xa1b2c3d4, 231).record(0, 0, octets, 1).toBytes();
    assertEquals(300_000, CaptureFile.read(large).packets().get(0).capturedLength());
    large[20] = 1;
    assertEquals(
        "stream: offset 24: a record claims 300000 captured octets, at most 262144 are possible",
        CaptureFile.read(large).damage());
  }

  @Test
  void oldVersionsHaveTheirLengthsTheOtherWayRound() {
    byte[] file = CaptureFile.pcap(LITTLE_ENDIAN, 0xa1b2c3d4, 1).record(1, 2, ONE, 60).toBytes();
    java.nio.ByteBuffer head = java.nio.ByteBuffer.wrap(file).order(LITTLE_ENDIAN);
    head.putInt(24 + 8, 60).putInt(24 + 12, ONE.length);
    for (int minor : new int[] {2, 3}) {
      head.putShort(6, (short) minor);
      Packet packet = CaptureFile.read(file).packets().get(0);
      assertArrayEquals(ONE, packet.toBytes(), "version 2." + minor);
      assertEquals(60, packet.originalLength());
    }
    head.putShort(4, (short) 3);
    assertEquals(
        "stream: offset 4: version 3.3 of pcap is not known, only 2.4",
        CaptureFile.read(file).damage());
  }

  @Test
  void captureTellsFormatByteOrderAndInterface() {
    try (FileCapture capture =
        Pcap.open(
            new java.io.ByteArrayInputStream(
                CaptureFile.gzip(two(BIG_ENDIAN, 0xa1b23c4d).toBytes())),
            CaptureFile.NOTHING)) {
      assertEquals(FileFormat.PCAP_NANOS, capture.format());
      assertEquals(BIG_ENDIAN, capture.byteOrder());
      assertEquals("gzip", capture.compression());
      assertEquals(
          List.of(new CaptureInterface(0, 0, 1, 65535, TimeResolution.NANOSECONDS, List.of())),
          capture.interfaces());
      assertEquals(List.of(), capture.blocks());
    }
  }
}
