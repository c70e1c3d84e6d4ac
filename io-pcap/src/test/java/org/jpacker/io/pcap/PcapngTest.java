package org.jpacker.io.pcap;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.CaptureFile.Contents;
import org.junit.jupiter.api.Test;

class PcapngTest {
  private static final byte[] ONE = {1, 2, 3, 4, 5};
  private static final byte[] TWO = {6, 7, 8};

  @Test
  void packetsOfSeveralInterfacesAreReadInBothByteOrders() {
    for (ByteOrder order : List.of(BIG_ENDIAN, LITTLE_ENDIAN)) {
      Contents contents =
          CaptureFile.read(
              CaptureFile.pcapng(order)
                  .networkInterface(1, 0)
                  .networkInterface(101, 96)
                  .enhanced(0, 1_000_000, ONE, 60)
                  .enhanced(1, 2_000_001, TWO, 3)
                  .toBytes());
      assertNull(contents.damage());
      Packet second = contents.packets().get(1);
      assertEquals(101, second.linkType());
      assertEquals(1, second.interfaceId());
      assertEquals(2_000_001_000L, second.timestampNanos());
      assertArrayEquals(ONE, contents.packets().get(0).toBytes());
      assertEquals(60, contents.packets().get(0).originalLength());
    }
  }

  @Test
  void sectionsMayHaveDifferentByteOrdersAndInterfacesOfTheirOwn() {
    Contents contents =
        CaptureFile.read(
            CaptureFile.pcapng(LITTLE_ENDIAN)
                .networkInterface(1, 0)
                .enhanced(0, 1, ONE, 5)
                .order(BIG_ENDIAN)
                .section()
                .networkInterface(0, 0)
                .enhanced(0, 2, TWO, 3)
                .toBytes());
    assertNull(contents.damage());
    assertEquals(0, contents.packets().get(1).linkType());
    assertEquals(1, contents.packets().get(1).interfaceId());
    assertEquals(2000, contents.packets().get(1).timestampNanos());
  }

  @Test
  void blocksWithoutPacketsArePassedOver() {
    CaptureFile file = CaptureFile.pcapng(LITTLE_ENDIAN).networkInterface(1, 0);
    file.block(0xbad, file.bytes(300_000)).enhanced(0, 1, ONE, 5).block(4, file.bytes(4));
    Contents contents = CaptureFile.read(file.toBytes());
    assertNull(contents.damage());
    assertEquals(1, contents.packets().size());
  }

  @Test
  void simplePacketsHaveNoTimeAndEndAtTheSnapLength() {
    CaptureFile file = CaptureFile.pcapng(LITTLE_ENDIAN).networkInterface(1, 4);
    file.block(3, file.bytes(8).putInt(9).putInt(0x04030201));
    Packet packet = CaptureFile.read(file.toBytes()).packets().get(0);
    assertEquals(Packet.NO_TIME, packet.timestampNanos());
    assertArrayEquals(new byte[] {1, 2, 3, 4}, packet.toBytes());
    assertEquals(9, packet.originalLength());
  }

  @Test
  void obsoletePacketBlocksAreRead() {
    CaptureFile file = CaptureFile.pcapng(BIG_ENDIAN).networkInterface(1, 0);
    file.block(
        2,
        file.bytes(24)
            .putShort((short) 0)
            .putShort((short) 0)
            .putInt(0)
            .putInt(5)
            .putInt(3)
            .putInt(7)
            .put(TWO));
    Packet packet = CaptureFile.read(file.toBytes()).packets().get(0);
    assertArrayEquals(TWO, packet.toBytes());
    assertEquals(5000, packet.timestampNanos());
  }

  /** Options: resolution (code 9, one octet) and offset in seconds (code 14, eight octets). */
  @Test
  void timesHaveTheResolutionOfTheirInterface() {
    assertEquals(5L, time(5, 9));
    assertEquals(5_000_000_000L, time(5, 0));
    assertEquals(5L, time(5_000, 12));
    assertEquals(500_000_000L, time(1, 0x81));
    assertEquals(1_000_000_000L, time(1L << 40, 0x80 + 40));
    assertEquals(Packet.NO_TIME, time(-1, 0), "beyond 2262");
    assertEquals(Packet.NO_TIME, time(-1, 6), "without sign");
    assertEquals(0, time(1, 127));
  }

  private static long time(long units, int resolution) {
    byte[] options = {9, 0, 1, 0, (byte) resolution, 0, 0, 0, 0, 0, 0, 0};
    return CaptureFile.read(
            CaptureFile.pcapng(LITTLE_ENDIAN)
                .networkInterface(1, 0, options)
                .enhanced(0, units, ONE, 5)
                .toBytes())
        .packets()
        .get(0)
        .timestampNanos();
  }

  @Test
  void timesThatNanosecondsCannotSayAreThereExactly() {
    byte[] picos = {9, 0, 1, 0, 12, 0, 0, 0, 0, 0, 0, 0};
    byte[] file =
        CaptureFile.pcapng(LITTLE_ENDIAN)
            .networkInterface(1, 0)
            .networkInterface(1, 0, picos)
            .enhanced(0, 1_700_000_000_000_000_001L, ONE, 5)
            .enhanced(0, 7, ONE, 5)
            .enhanced(1, 1_001, ONE, 5)
            .enhanced(1, 1_000, ONE, 5)
            .toBytes();
    try (FileCapture capture = Pcap.open(file, CaptureFile.NOTHING)) {
      assertEquals(Packet.NO_TIME, capture.next().timestampNanos());
      assertEquals(new java.math.BigDecimal("1700000000000.000001"), capture.exactTime());
      assertEquals(7_000, capture.next().timestampNanos());
      assertEquals(null, capture.exactTime());
      assertEquals(1, capture.next().timestampNanos());
      assertEquals(new java.math.BigDecimal("1.001E-9"), capture.exactTime());
      assertEquals(1, capture.next().timestampNanos());
      assertEquals(null, capture.exactTime());
      assertEquals(1, capture.timesBeyond());
      assertEquals(1, capture.timesRounded());
    }
  }

  @Test
  void offsetInSecondsIsAdded() {
    byte[] options = {14, 0, 8, 0, 3, 0, 0, 0, 0, 0, 0, 0};
    Contents contents =
        CaptureFile.read(
            CaptureFile.pcapng(LITTLE_ENDIAN)
                .networkInterface(1, 0, options)
                .enhanced(0, 1, ONE, 5)
                .toBytes());
    assertEquals(3_000_001_000L, contents.packets().get(0).timestampNanos());
  }

  @Test
  void everyTruncationGivesTheWholePacketsThenTheReason() {
    byte[] file =
        CaptureFile.pcapng(LITTLE_ENDIAN)
            .networkInterface(1, 0)
            .enhanced(0, 1, ONE, 5)
            .enhanced(0, 2, TWO, 3)
            .toBytes();
    // 28 octets of section, 20 of interface, 40 and 36 of packets
    assertEquals(124, file.length);
    for (int length = 1; length < file.length; length++) {
      Contents contents = CaptureFile.read(Arrays.copyOf(file, length));
      assertEquals(length < 88 ? 0 : 1, contents.packets().size(), "cut to " + length);
      boolean betweenBlocks = length == 28 || length == 48 || length == 88;
      assertEquals(betweenBlocks, contents.damage() == null, "cut to " + length);
    }
    assertEquals(
        "stream: offset 88: a packet of 36 octets needs 36 octets, the file ends after 35",
        CaptureFile.read(Arrays.copyOf(file, 123)).damage());
  }

  @Test
  void damageIsNamedWithItsOffset() {
    byte[] file =
        CaptureFile.pcapng(LITTLE_ENDIAN).networkInterface(1, 0).enhanced(0, 1, ONE, 5).toBytes();
    assertEquals(
        "stream: offset 48: a packet begins with the length 40 and ends with 41",
        damaged(file, 84, 41));
    assertEquals(
        "stream: offset 52: a packet claims 39 octets, not a multiple of four of at least 32",
        damaged(file, 52, 39));
    assertEquals(
        "stream: offset 48: a packet refers to interface 1, the section has only 1",
        damaged(file, 56, 1));
    assertEquals(
        "stream: offset 48: a packet claims 9 captured octets, its block has room for 8",
        damaged(file, 68, 9));
    assertEquals(
        "stream: offset 8: a section header has no known byte order (0x00000000)",
        CaptureFile.read(zeroed(file, 8)).damage());
    assertEquals("stream: offset 12: version 2 of pcapng is not known", damaged(file, 12, 2));
  }

  private static String damaged(byte[] file, int at, int value) {
    byte[] copy = file.clone();
    copy[at] = (byte) value;
    return CaptureFile.read(copy).damage();
  }

  private static byte[] zeroed(byte[] file, int at) {
    byte[] copy = file.clone();
    Arrays.fill(copy, at, at + 4, (byte) 0);
    return copy;
  }

  @Test
  void optionBeyondItsBlockIsDamage() {
    byte[] options = {9, 0, 100, 0};
    assertTrue(
        CaptureFile.read(
                CaptureFile.pcapng(LITTLE_ENDIAN).networkInterface(1, 0, options).toBytes())
            .damage()
            .endsWith(
                "an interface description: option 9 claims 100 octets, its block has 0" + " left"));
  }
}
