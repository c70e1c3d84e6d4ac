package org.jpacker.io.pcap;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.jpacker.api.CaptureException;

/** Reads the numbers of a file, in the byte order that it has, and goes on through its octets. */
final class Cursor extends BlockBuffer {
  private static final VarHandle BIG =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BIG_PAIR =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LITTLE_PAIR =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private boolean bigEndian;

  private Cursor(OctetSource source) {
    super(source);
  }

  private Cursor(String name, byte[] octets) {
    super(name, octets);
  }

  /**
   * At the start of a file.
   *
   * @throws CaptureException if it cannot be opened
   */
  static Cursor open(Path file) {
    return open(file, false);
  }

  /** At the start of a file, with or without the octets that it is going to have. */
  static Cursor open(Path file, boolean follow) {
    return new Cursor(OctetSource.of(file, follow));
  }

  static Cursor of(String name, InputStream stream) {
    return new Cursor(OctetSource.of(name, stream));
  }

  /** At the start of octets in memory; they are not copied, but for some at the end. */
  static Cursor of(String name, byte[] octets) {
    return new Cursor(name, octets);
  }

  /** At the start of what {@code stream} makes of the octets that are left here. */
  Cursor decompressed(InputStream stream, String compression) {
    return new Cursor(source().decompressed(stream, compression));
  }

  String name() {
    return source().name();
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

  CaptureException damaged(long offset, String reason) {
    return new CaptureException(name(), offset, reason, null);
  }

  CutException cut(String what, int needed) {
    return new CutException(
        name(), offset(), what + " needs " + needed + " octets, the file ends after " + there());
  }
}
