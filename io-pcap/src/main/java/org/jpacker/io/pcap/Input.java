package org.jpacker.io.pcap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jpacker.api.CaptureException;

/**
 * Octets in large blocks. A stretch that someone asks for lies in one block; a block is never
 * written again where it was handed out, so that packets can be windows on it.
 *
 * <p>Octets that were asked for begin at {@link #at} in {@link #block}.
 */
final class Input {
  /** Larger blocks gave nothing more; smaller ones cost more often. */
  private static final int BLOCK = 1 << 18;

  /** Octets a read asks for: what goes through the cache once more stays in it. */
  private static final int STEP = 1 << 17;

  private static final VarHandle BIG =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** Fills part of an array; returns how much, or -1 at the end. */
  private interface Source {
    int read(byte[] into, int from, int length) throws IOException;
  }

  private final String name;
  private final Source source;
  private final AutoCloseable resource;
  private final InputStream stream;
  private final int blockSize;
  private boolean bigEndian;

  /** Holds the octets that were asked for. */
  byte[] block = new byte[0];

  /** Where the octets begin that were asked for and not passed yet. */
  int at;

  private int end;
  private long passed;

  private Input(
      String name, Source source, AutoCloseable resource, InputStream stream, int blockSize) {
    this.name = name;
    this.source = source;
    this.resource = resource;
    this.stream = stream;
    this.blockSize = blockSize;
  }

  /** The contents of a file; {@code size} is -1 where it is not known. */
  static Input of(String name, FileChannel channel, long size) {
    // one octet more, so that the end is noticed without another block
    int blockSize = size < 0 ? BLOCK : (int) Math.min(BLOCK, size + 1);
    return new Input(
        name,
        (into, from, length) -> channel.read(ByteBuffer.wrap(into, from, Math.min(length, STEP))),
        channel,
        Channels.newInputStream(channel),
        blockSize);
  }

  static Input of(String name, InputStream stream) {
    return new Input(name, stream::read, stream, stream, BLOCK);
  }

  String name() {
    return name;
  }

  /** Octets from the start of the source to {@link #at}. */
  long offset() {
    return passed + at;
  }

  void bigEndian(boolean bigEndian) {
    this.bigEndian = bigEndian;
  }

  boolean bigEndian() {
    return bigEndian;
  }

  /** Whether {@code n} octets are there from {@link #at} on; fewer are at the end of the source. */
  boolean has(int n) {
    return n <= end - at || fill(n);
  }

  /** Octets from {@link #at} on that are there already. */
  int there() {
    return end - at;
  }

  /** Goes {@code n} octets on, which {@link #has} said are there. */
  void pass(int n) {
    at += n;
  }

  /** Goes {@code n} octets on without keeping them; returns how many there were. */
  long skip(long n) {
    long left = n;
    while (left > 0 && has(1)) {
      int step = (int) Math.min(left, end - at);
      at += step;
      left -= step;
    }
    return n - left;
  }

  int u8(int from) {
    return block[at + from] & 0xff;
  }

  int u16(int from) {
    int first = u8(from);
    int second = u8(from + 1);
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  int i32(int from) {
    return (int) (bigEndian ? BIG : LITTLE).get(block, at + from);
  }

  long u32(int from) {
    return i32(from) & 0xffffffffL;
  }

  private boolean fill(int n) {
    while (end - at < n) {
      // at the front already, a block that is too small grows when it is full: n is but a claim
      if (end == block.length || at > 0 && block.length - at < n) {
        move(n);
      }
      try {
        int read = source.read(block, end, block.length - end);
        if (read < 0) {
          return false;
        }
        end += read;
      } catch (IOException e) {
        throw new CaptureException(name, passed + end, "cannot be read: " + reason(e), e);
      }
    }
    return true;
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? "ends early" : e.getMessage();
  }

  /**
   * A fresh block that begins with what is left; never much larger than what is known to be there.
   */
  private void move(int n) {
    int left = end - at;
    int size =
        Math.max(left + 1, Math.max(blockSize, (int) Math.min(n, Math.max(BLOCK, 2L * left))));
    byte[] fresh = new byte[size];
    System.arraycopy(block, at, fresh, 0, left);
    passed += at;
    block = fresh;
    at = 0;
    end = left;
  }

  /** What is left of this input, as a stream: octets that were looked at are in it once more. */
  InputStream rest() {
    byte[] first = Arrays.copyOfRange(block, at, end);
    return new SequenceInputStream(new ByteArrayInputStream(first), stream);
  }

  void close() {
    try {
      resource.close();
    } catch (Exception e) {
      throw new CaptureException(name, -1, "cannot be closed: " + e, e);
    }
  }
}
