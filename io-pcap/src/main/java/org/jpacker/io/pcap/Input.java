package org.jpacker.io.pcap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static final int FIRST_BLOCK = 1 << 13;

  /** Octets a read asks for: what goes through the cache once more stays in it. */
  private static final int STEP = 1 << 17;

  /**
   * Octets that a block has behind those that are used. For several octets of a header the virtual
   * machine checks only once that they lie in the array, for the furthest of them, also where a
   * shorter header would end before; where that fails, it checks each of them from then on.
   */
  private static final int SLACK = 256;

  /** Up to here octets are copied so that they have it. */
  private static final int COPIED = 1 << 16;

  private static final byte[] NO_BLOCK = new byte[SLACK];

  /** Octets that a processor brings into its cache at once. */
  private static final int LINE = 64;

  /** Up to here records lie so near to each other that the processor sees where it goes on. */
  private static final int NEAR = 4 * LINE;

  private static final VarHandle BIG =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BIG_PAIR =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LITTLE_PAIR =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Fills part of an array; returns how much, or -1 at the end. */
  private interface Source {
    int read(byte[] into, int from, int length) throws IOException;
  }

  /** What waits for a file to grow. */
  private final GrowingFile following;

  private final String name;

  /** Null for octets that are in memory. */
  private final Source source;

  private final AutoCloseable resource;

  /** Octets of the next block; small ones first where nobody knows how much there is. */
  private int blockSize;

  /** The compressed input that this one is made from, or null, and how it is compressed. */
  private final Input outer;

  private final String compression;

  /** Whether {@link #block} was there before, and is not this class's own. */
  private boolean isGiven;

  private boolean bigEndian;

  /** Holds the octets that were asked for. */
  byte[] block = NO_BLOCK;

  /** Where the octets begin that were asked for and not passed yet. */
  int at;

  private int end;
  private long passed;
  private long position;

  /** Of no use but that it is written, so that what it is made from must be read. */
  private int touched;

  private Input(
      String name,
      Source source,
      AutoCloseable resource,
      int blockSize,
      GrowingFile following,
      Input outer,
      String compression) {
    this.name = name;
    this.source = source;
    this.resource = resource;
    this.blockSize = blockSize;
    this.following = following;
    this.outer = outer;
    this.compression = compression;
  }

  /**
   * The contents of a file.
   *
   * @throws CaptureException if it cannot be opened
   */
  static Input open(Path file) {
    return open(file, false);
  }

  /** The contents of a file, with or without those that it is going to have. */
  static Input open(Path file, boolean follow) {
    String name = file.toString();
    FileChannel channel = FileAccess.toRead(file);
    try {
      boolean isRegular = Files.isRegularFile(file);
      // one octet more, so that the end is noticed without another block
      int blockSize =
          isRegular && !follow ? (int) Math.min(BLOCK, channel.size() + 1) : FIRST_BLOCK;
      return new Input(
          name,
          (into, from, length) -> channel.read(ByteBuffer.wrap(into, from, Math.min(length, STEP))),
          channel,
          blockSize,
          follow ? new GrowingFile(channel, isRegular) : null,
          null,
          null);
    } catch (IOException e) {
      throw FileAccess.closing(channel, FileAccess.unreadable(name, e));
    }
  }

  static Input of(String name, InputStream stream) {
    return new Input(name, stream::read, stream, FIRST_BLOCK, null, null, null);
  }

  /** Octets that are there already; they are not copied, but for some at the end. */
  static Input of(String name, byte[] octets) {
    Input input = new Input(name, null, () -> {}, 0, null, null, null);
    input.block = octets;
    input.end = Math.max(0, octets.length - SLACK);
    input.position = octets.length;
    input.isGiven = true;
    return input;
  }

  /** What {@code stream} makes of this compressed input. */
  Input decompressed(InputStream stream, String compression) {
    return new Input(
        name + " (uncompressed)", stream::read, stream, FIRST_BLOCK, null, this, compression);
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

  ByteOrder byteOrder() {
    return bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /** How the file is compressed, or null. */
  String compression() {
    return compression;
  }

  /** Octets that were read from the file itself, compressed or not. */
  long position() {
    return outer != null ? outer.position() : position;
  }

  /** Waits no more for octets that are still to come. */
  void stop() {
    if (outer != null) {
      outer.stop();
    } else if (following != null) {
      following.stop();
    }
  }

  /** Whether {@link #stop} has ended a waiting. */
  boolean isStopped() {
    return outer != null ? outer.isStopped() : following != null && following.isStopped();
  }

  CaptureException damaged(long offset, String reason) {
    return new CaptureException(name, offset, reason, null);
  }

  CutException cut(String what, int needed) {
    return new CutException(
        name, offset(), what + " needs " + needed + " octets, the file ends after " + there());
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
    int from = at;
    at += n;
    if (isGiven && n > NEAR) {
      touch(from, at);
    }
  }

  /**
   * Reads an octet of each line of the cache. Octets that were not just read from a file are in no
   * cache, and whoever goes from header to header waits for the memory at each; a processor that
   * sees one line asked for after the other fetches the next ones meanwhile.
   */
  private void touch(int from, int to) {
    byte[] block = this.block;
    int sum = 0;
    for (int i = from + LINE; i < to; i += LINE) {
      sum += block[i];
    }
    touched = sum;
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
    // each handle where it is called: the virtual machine inlines those that are constants
    return bigEndian ? (int) BIG.get(block, at + from) : (int) LITTLE.get(block, at + from);
  }

  long u32(int from) {
    return i32(from) & 0xffffffffL;
  }

  /** Two numbers of 32 bits that follow one another, the first in the lower half. */
  long pair(int from) {
    return bigEndian
        ? Long.rotateLeft((long) BIG_PAIR.get(block, at + from), 32)
        : (long) LITTLE_PAIR.get(block, at + from);
  }

  /** A copy of {@code n} octets, which {@link #has} said are there. */
  byte[] octets(int from, int n) {
    return Arrays.copyOfRange(block, at + from, at + from + n);
  }

  private boolean fill(int n) {
    if (source == null) {
      toEnd();
      return n <= end - at;
    }
    while (end - at < n) {
      int capacity = block.length - SLACK;
      // at the front already, a block that is too small grows when it is full: n is but a claim
      if (end == capacity || at > 0 && capacity - at < n) {
        move(n);
      }
      try {
        int read = read(block, end, block.length - SLACK - end);
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

  /** Goes on to the last octets of those that were given. */
  private void toEnd() {
    int left = block.length - at;
    if (isGiven && left > COPIED) {
      end = block.length;
    } else if (isGiven) {
      takeLeft(left, left);
      isGiven = false;
    }
  }

  /** Reads from the source; if that is followed, its end is only where someone says so. */
  private int read(byte[] into, int from, int length) throws IOException {
    try {
      int read = source.read(into, from, length);
      while (read < 0 && following != null && following.await(position)) {
        read = source.read(into, from, length);
      }
      position += Math.max(0, read);
      return read;
    } catch (ClosedByInterruptException e) {
      if (following == null) {
        throw e;
      }
      following.interrupted();
      return -1;
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? "ends early" : e.getMessage();
  }

  /**
   * A fresh block that begins with what is left; never much larger than what is known to be there.
   */
  private void move(int n) {
    int left = end - at;
    int size = Math.max(left + 1, Math.max(blockSize, (int) Math.min(n, 2L * left)));
    if (block.length - SLACK >= blockSize) {
      blockSize = Math.min(BLOCK, 4 * blockSize);
    }
    takeLeft(left, size);
  }

  /** Begins a fresh block of {@code size} octets with the {@code left} ones behind {@link #at}. */
  private void takeLeft(int left, int size) {
    byte[] fresh = new byte[size + SLACK];
    System.arraycopy(block, at, fresh, 0, left);
    passed += at;
    block = fresh;
    at = 0;
    end = left;
  }

  /** What is left of this input, as a stream: octets that were looked at are in it once more. */
  InputStream rest() {
    if (source == null) {
      toEnd();
      return new ByteArrayInputStream(block, at, end - at);
    }
    return new SequenceInputStream(new ByteArrayInputStream(block, at, end - at), new Rest());
  }

  private final class Rest extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return length == 0 ? 0 : Input.this.read(into, from, length);
    }

    @Override
    public void close() {
      Input.this.close();
    }
  }

  /** Closes what was opened for a use that failed; returns why it failed. */
  CaptureException closing(CaptureException failure) {
    return FileAccess.closing(resource, failure);
  }

  void close() {
    try {
      resource.close();
    } catch (Exception e) {
      throw new CaptureException(name, -1, "cannot be closed: " + e, e);
    }
  }
}
