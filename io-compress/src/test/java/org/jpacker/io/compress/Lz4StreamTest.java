package org.jpacker.io.compress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Reads frames assembled octet by octet from the description of the format. */
class Lz4StreamTest {
  private static final int HAS_SIZE = 8;
  private static final int HAS_DICTIONARY = 1;

  private final ByteBuffer out = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);

  /** A skippable frame. */
  private Lz4StreamTest skipped(int octets) {
    out.putInt(0x184d2a53).putInt(octets).put(new byte[octets]);
    return this;
  }

  /** A frame with the text in one uncompressed block. */
  private Lz4StreamTest frame(int flags, long size, String text) {
    out.putInt(0x184d2204);
    int at = out.position();
    out.put((byte) (0x60 | flags)).put((byte) 0x40);
    if ((flags & HAS_SIZE) != 0) {
      out.putLong(size);
    }
    if ((flags & HAS_DICTIONARY) != 0) {
      out.putInt(7);
    }
    XxHash32 check = new XxHash32();
    check.update(out.array(), at, out.position() - at);
    out.put((byte) (check.value() >> 8));
    out.putInt(text.length() | 1 << 31).put(text.getBytes(StandardCharsets.US_ASCII)).putInt(0);
    return this;
  }

  private Lz4Stream stream() throws IOException {
    return new Lz4Stream(new ByteArrayInputStream(Arrays.copyOf(out.array(), out.position())));
  }

  private String text() throws IOException {
    try (Lz4Stream stream = stream()) {
      return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private void refused(String message) {
    assertEquals(message, assertThrows(IOException.class, this::text).getMessage());
  }

  @Test
  void framesFollowEachOtherAndSomeArePassedOver() throws IOException {
    assertEquals(
        "hello world",
        skipped(3).frame(HAS_SIZE, 6, "hello ").skipped(0).frame(0, 0, "world").text());
    assertEquals("", new Lz4StreamTest().skipped(5).text());
  }

  @Test
  void octetsAreReadOneByOne() throws IOException {
    Lz4Stream stream = frame(0, 0, "ab").stream();
    assertEquals('a', stream.read());
    assertEquals(0, stream.read(new byte[3], 0, 0));
    assertEquals('b', stream.read());
    assertEquals(-1, stream.read());
  }

  @Test
  void sizesThatAreNotThoseStated() {
    frame(HAS_SIZE, 4, "hello")
        .refused("the lz4 data are damaged: they are longer than they state");
    Lz4StreamTest less = new Lz4StreamTest();
    less.frame(HAS_SIZE, 1L << 32 | 5, "hello");
    less.refused("the lz4 data are damaged: they are shorter than they state");
  }

  @Test
  void dictionariesThatNobodyHas() {
    frame(HAS_DICTIONARY, 0, "hello")
        .refused("the lz4 data were made with a dictionary; decompress the file with it first");
  }
}
