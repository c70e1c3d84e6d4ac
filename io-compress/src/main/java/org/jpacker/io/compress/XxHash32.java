package org.jpacker.io.compress;

/**
 * The checksum of LZ4 frames, <a
 * href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">XXH32</a> with seed 0.
 */
final class XxHash32 {
  private static final int PRIME_1 = 0x9e3779b1;
  private static final int PRIME_2 = 0x85ebca77;
  private static final int PRIME_3 = 0xc2b2ae3d;
  private static final int PRIME_4 = 0x27d4eb2f;
  private static final int PRIME_5 = 0x165667b1;
  private static final int STRIPE = 16;

  private final int[] lanes = new int[4];
  private final byte[] waiting = new byte[STRIPE];
  private int waitingCount;
  private long length;

  XxHash32() {
    reset();
  }

  void reset() {
    lanes[0] = PRIME_1 + PRIME_2;
    lanes[1] = PRIME_2;
    lanes[2] = 0;
    lanes[3] = -PRIME_1;
    waitingCount = 0;
    length = 0;
  }

  void update(byte[] octets, int from, int count) {
    length += count;
    int at = from;
    int end = from + count;
    if (waitingCount > 0) {
      int more = Math.min(STRIPE - waitingCount, count);
      System.arraycopy(octets, at, waiting, waitingCount, more);
      waitingCount += more;
      at += more;
      if (waitingCount < STRIPE) {
        return;
      }
      stripe(waiting, 0);
      waitingCount = 0;
    }
    for (; end - at >= STRIPE; at += STRIPE) {
      stripe(octets, at);
    }
    waitingCount = end - at;
    System.arraycopy(octets, at, waiting, 0, waitingCount);
  }

  private void stripe(byte[] octets, int at) {
    for (int i = 0; i < 4; i++) {
      int lane = lanes[i] + i32(octets, at + 4 * i) * PRIME_2;
      lanes[i] = Integer.rotateLeft(lane, 13) * PRIME_1;
    }
  }

  int value() {
    int hash =
        length < STRIPE
            ? PRIME_5
            : Integer.rotateLeft(lanes[0], 1)
                + Integer.rotateLeft(lanes[1], 7)
                + Integer.rotateLeft(lanes[2], 12)
                + Integer.rotateLeft(lanes[3], 18);
    hash += (int) length;
    int at = 0;
    for (; waitingCount - at >= 4; at += 4) {
      hash = Integer.rotateLeft(hash + i32(waiting, at) * PRIME_3, 17) * PRIME_4;
    }
    for (; at < waitingCount; at++) {
      hash = Integer.rotateLeft(hash + (waiting[at] & 0xff) * PRIME_5, 11) * PRIME_1;
    }
    hash = (hash ^ hash >>> 15) * PRIME_2;
    hash = (hash ^ hash >>> 13) * PRIME_3;
    return hash ^ hash >>> 16;
  }

  private static int i32(byte[] octets, int at) {
    return octets[at] & 0xff
        | (octets[at + 1] & 0xff) << 8
        | (octets[at + 2] & 0xff) << 16
        | octets[at + 3] << 24;
  }
}
