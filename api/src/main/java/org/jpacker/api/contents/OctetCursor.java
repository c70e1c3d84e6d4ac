package org.jpacker.api.contents;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Octets from which numbers of any number of bits are taken, or into which they are put. */
abstract class OctetCursor {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  static final byte[] NONE = {};

  byte[] octets;
  int at;

  /** Bits that are taken of the octet at {@link #at}. */
  int bit;

  /** End of what may be read. */
  int end;

  /** Whether octets were missing, or were others than would be written. */
  boolean bad;

  OctetCursor(byte[] octets, int from, int to) {
    this.octets = octets;
    this.at = from;
    this.end = to;
  }

  byte[] written() {
    return Arrays.copyOf(octets, at);
  }

  // --- reading ---

  boolean hasMore() {
    return at < end && !bad;
  }

  int position() {
    return at;
  }

  long take(int width) {
    int from = at;
    int next = from + (width >>> 3);
    if ((width & 7 | bit) != 0) {
      return takeBits(width);
    }
    if (next > end) {
      bad = true;
      return 0;
    }
    at = next;
    switch (width) {
      case 8:
        return octets[from] & 0xff;
      case 16:
        return (short) SHORT.get(octets, from) & 0xffff;
      case 32:
        return (int) INT.get(octets, from) & 0xffff_ffffL;
      case 64:
        return (long) LONG.get(octets, from);
      default:
        return takeOdd(from, next);
    }
  }

  private long takeOdd(int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = value << 8 | octets[i] & 0xff;
    }
    return value;
  }

  private long takeBits(int width) {
    if ((long) at * 8 + bit + width > (long) end * 8) {
      bad = true;
      return 0;
    }
    long value = 0;
    for (int left = width; left > 0; ) {
      int taken = Math.min(8 - bit, left);
      int part = (octets[at] & 0xff) >>> 8 - bit - taken & (1 << taken) - 1;
      value = value << taken | part;
      left -= taken;
      skipBits(taken);
    }
    return value;
  }

  private void skipBits(int count) {
    int next = bit + count;
    at += next >>> 3;
    bit = next & 7;
  }

  byte[] takeOctets(long count) {
    if (count < 0 || count > end - at || bit != 0) {
      bad = true;
      return NONE;
    }
    int from = at;
    at += (int) count;
    return Arrays.copyOfRange(octets, from, at);
  }

  /** Whether these octets come next; passes over them. */
  boolean takeSame(byte[] value) {
    int from = at;
    if (value.length > end - from
        || !Arrays.equals(octets, from, from + value.length, value, 0, value.length)) {
      return false;
    }
    at = from + value.length;
    return true;
  }

  /** Whether zeros are left, fewer than a unit. */
  boolean isPadding(int unit) {
    boolean zeros = end - at < unit;
    for (int i = at; i < end && zeros; i++) {
      zeros = octets[i] == 0;
    }
    return zeros;
  }

  // --- writing ---

  /** Appends the lowest {@code width} bits of {@code value}. */
  void append(int width, long value) {
    int from = at;
    room(8 + (width >>> 3));
    if ((width & 7 | bit) != 0) {
      putBits(octets, from * 8 + bit, width, value);
      skipBits(width);
      return;
    }
    at = from + (width >>> 3);
    switch (width) {
      case 8:
        octets[from] = (byte) value;
        break;
      case 16:
        SHORT.set(octets, from, (short) value);
        break;
      case 32:
        INT.set(octets, from, (int) value);
        break;
      default:
        putBits(octets, from * 8, width, value);
        break;
    }
  }

  /** Appends octets; the last ones must be whole. */
  void append(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, octets, at, value.length);
    at += value.length;
  }

  private void room(int more) {
    if (at + more > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(octets.length * 2, at + more));
    }
  }

  /** Writes bits whose octets are zeros so far, or hold other bits. */
  static void putBits(byte[] octets, int bit, int width, long value) {
    for (int left = width, to = bit; left > 0; ) {
      int room = 8 - (to & 7);
      int count = Math.min(room, left);
      int shift = room - count;
      int ones = (1 << count) - 1 << shift;
      int part = (int) (value >>> left - count) << shift & ones;
      octets[to >>> 3] = (byte) (octets[to >>> 3] & ~ones | part);
      to += count;
      left -= count;
    }
  }
}
