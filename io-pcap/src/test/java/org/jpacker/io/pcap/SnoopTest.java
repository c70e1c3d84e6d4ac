package org.jpacker.io.pcap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.CaptureFile.Contents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading of snoop files, RFC 1761. */
class SnoopTest {
  private static final byte[] ONE = {1, 2, 3, 4, 5};
  private static final byte[] TWO = {6, 7, 8};

  private static ByteBuffer header(int version, int dataLink) {
    return ByteBuffer.allocate(200)
        .put("snoop\0\0\0".getBytes(StandardCharsets.US_ASCII))
        .putInt(version)
        .putInt(dataLink);
  }

  private static ByteBuffer record(ByteBuffer out, int original, byte[] octets, int padding) {
    out.putInt(original).putInt(octets.length).putInt(24 + octets.length + padding).putInt(0);
    return out.putInt(10).putInt(7).put(octets).put(new byte[padding]);
  }

  private static byte[] bytes(ByteBuffer out) {
    return Arrays.copyOf(out.array(), out.position());
  }

  private static byte[] two() {
    return bytes(record(record(header(2, 4), 60, ONE, 3), 3, TWO, 1));
  }

  @Test
  void packetsAreThoseOfTheRecordsWithoutTheirPadding() {
    Contents contents = CaptureFile.read(two());
    assertNull(contents.damage());
    Packet first = contents.packets().get(0);
    assertArrayEquals(ONE, first.toBytes());
    assertEquals(60, first.originalLength());
    assertEquals(10_000_007_000L, first.timestampNanos());
    assertEquals(1, first.linkType());
    assertArrayEquals(TWO, contents.packets().get(1).toBytes());
  }

  @Test
  void dataLinkTypesAreLinkTypesOfOtherCaptures() {
    int[][] known = {{0, 1}, {2, 6}, {4, 1}, {8, 10}, {18, 123}, {26, 226}, {28, 242}};
    for (int[] pair : known) {
      Contents contents = CaptureFile.read(bytes(record(header(2, pair[0]), 5, ONE, 0)));
      assertEquals(pair[1], contents.packets().get(0).linkType());
    }
    assertEquals(
        "stream: offset 12: snoop's data link type 7 has no LINKTYPE equivalent",
        CaptureFile.read(bytes(header(2, 7))).damage());
  }

  @Test
  void cutAnywhereWhatWasWholeIsThereAndThenAMessage() {
    byte[] file = two();
    int first = 16 + 24 + 8;
    for (int length = 1; length < file.length; length++) {
      Contents contents = CaptureFile.read(Arrays.copyOf(file, length));
      int whole = length >= first ? 1 : 0;
      assertEquals(whole, contents.packets().size(), "cut at " + length);
      boolean isAtAnEnd = length == first || length == 16;
      assertEquals(isAtAnEnd, contents.damage() == null, "cut at " + length + contents.damage());
    }
  }

  @Test
  void lengthsThatCannotBeAreDamage() {
    for (int[] claim : new int[][] {{5, 0}, {5, 28}, {-1, 32}, {5, -1}, {1 << 30, 1 << 30}}) {
      ByteBuffer out = record(header(2, 4), 5, ONE, 3);
      int second = out.position();
      record(out, 5, ONE, 3).putInt(second + 4, claim[0]).putInt(second + 8, claim[1]);
      Contents contents = CaptureFile.read(bytes(out));
      assertEquals(1, contents.packets().size());
      assertEquals(
          "stream: offset "
              + second
              + ": a record claims "
              + (claim[1] & 0xffffffffL)
              + " octets, of which "
              + (claim[0] & 0xffffffffL)
              + " were captured",
          contents.damage());
    }
  }

  @Test
  void otherVersionsAreNamed() {
    String damage = CaptureFile.read(bytes(header(5, 4))).damage();
    assertEquals("stream: offset 8: version 5 of snoop is not known, only 2", damage);
    byte[] almost = two();
    almost[6] = 1;
    damage = CaptureFile.read(almost).damage();
    assertTrue(damage.contains("not with \"snoop\" and three zeros"), damage);
  }

  @Test
  void partsOfAFileWithoutItsHeaderAreNotTakenForEmptyOnes(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("cut.snoop");
    Files.write(file, Arrays.copyOf(two(), 13));
    CaptureException cut =
        assertThrows(CaptureException.class, () -> Captures.split(file, 2, CaptureFile.NOTHING));
    assertEquals(
        file + ": offset 0: the snoop file header needs 16 octets, the file ends after 13",
        cut.getMessage());
    Files.write(file, bytes(header(3, 4)));
    cut = assertThrows(CaptureException.class, () -> CaptureIndex.of(file, CaptureFile.NOTHING));
    assertEquals(file + ": offset 8: version 3 of snoop is not known, only 2", cut.getMessage());
  }
}
