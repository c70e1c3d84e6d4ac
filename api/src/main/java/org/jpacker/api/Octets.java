package org.jpacker.api;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads and writes numbers in arrays of octets. */
final class Octets {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final VarHandle LONG_LITTLE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Octets() {}

  /** Octet by octet: the JIT compiler then checks both ends of a header instead of each number. */
  static int u16(byte[] octets, int at) {
    return (octets[at] & 0xff) << 8 | octets[at + 1] & 0xff;
  }

  static int i32(byte[] octets, int at) {
    return (int) INT.get(octets, at);
  }

  static long i64(byte[] octets, int at) {
    return (long) LONG.get(octets, at);
  }

  static long i64le(byte[] octets, int at) {
    return (long) LONG_LITTLE.get(octets, at);
  }

  static void put16(byte[] octets, int at, int value) {
    SHORT.set(octets, at, (short) value);
  }

  static void put32(byte[] octets, int at, int value) {
    INT.set(octets, at, value);
  }

  static void put64(byte[] octets, int at, long value) {
    LONG.set(octets, at, value);
  }

  /**
   * The {@code width} bits (1 to 64) that begin {@code bit} bits after {@code at}, most significant
   * first. With constant arguments, all branches but one fold away.
   */
  static long bits(byte[] octets, int at, int bit, int width) {
    int from = at + (bit >>> 3);
    int lead = bit & 7;
    int span = lead + width + 7 >>> 3;
    int tail = span * 8 - lead - width;
    switch (span) {
      case 1:
        return (octets[from] & 0xff) >>> tail & mask(width);
      case 2:
        return u16(octets, from) >>> tail & mask(width);
      case 3:
        return ((octets[from] & 0xffL) << 16 | u16(octets, from + 1)) >>> tail & mask(width);
      case 4:
        return (i32(octets, from) & 0xffffffffL) >>> tail & mask(width);
      case 6:
        return ((long) u16(octets, from) << 32 | i32(octets, from + 2) & 0xffffffffL) >>> tail
            & mask(width);
      case 8:
        return i64(octets, from) >>> tail & mask(width);
      case 9:
        return (i64(octets, from) << 8 - tail | (octets[from + 8] & 0xff) >>> tail) & mask(width);
      default:
        return oddBits(octets, from, span) >>> tail & mask(width);
    }
  }

  private static long oddBits(byte[] octets, int from, int span) {
    long value = 0;
    for (int i = 0; i < span; i++) {
      value = value << 8 | octets[from + i] & 0xff;
    }
    return value;
  }

  /** Writes the bits that {@link #bits} reads; neighbouring bits are kept. */
  static void putBits(byte[] octets, int at, int bit, int width, long value) {
    if ((bit & 7) != 0 || !putWhole(octets, at + (bit >>> 3), width, value)) {
      putParts(octets, at, bit, width, value);
    }
  }

  /** In a separate method, so that the common sizes are inlined. */
  private static void putParts(byte[] octets, int at, int bit, int width, long value) {
    for (int left = width, b = bit; left > 0; ) {
      int index = at + (b >>> 3);
      int room = 8 - (b & 7);
      int n = Math.min(room, left);
      int shift = room - n;
      int ones = (1 << n) - 1;
      int part = (int) (value >>> left - n) & ones;
      octets[index] = (byte) (octets[index] & ~(ones << shift) | part << shift);
      b += n;
      left -= n;
    }
  }

  /** Writes a number of a common size; returns false for any other size. */
  private static boolean putWhole(byte[] octets, int at, int width, long value) {
    switch (width) {
      case 8:
        octets[at] = (byte) value;
        return true;
      case 16:
        put16(octets, at, (int) value);
        return true;
      case 32:
        put32(octets, at, (int) value);
        return true;
      case 48:
        put16(octets, at, (int) (value >>> 32));
        put32(octets, at + 2, (int) value);
        return true;
      case 64:
        put64(octets, at, value);
        return true;
      default:
        return false;
    }
  }

  /** {@code value} with the order of its lowest {@code width / 8} octets reversed. */
  static long swap(long value, int width) {
    return Long.reverseBytes(value) >>> 64 - width;
  }

  static long mask(int width) {
    return -1L >>> 64 - width;
  }

  static int hash(byte[] octets, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + octets[i];
    }
    return hash;
  }
}
