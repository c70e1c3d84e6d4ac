package org.jpacker.io.compress;

/**
 * Decodes LZ4 blocks, <a href="https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md">the
 * block format</a>: a sequence of literals and copies of earlier output.
 */
final class Lz4Block {
  /** Maximum distance of a copy. */
  private static final int HISTORY = 1 << 16;

  private static final int LEAST_MATCH = 4;

  private final int most;

  /** The decoded block, preceded by up to {@link #HISTORY} octets of earlier output. */
  private byte[] octets = new byte[0];

  private int start;
  private int at;
  private int end;

  /** A decoder of blocks of at most {@code most} octets. */
  Lz4Block(int most) {
    this.most = most;
  }

  /**
   * Maximum compressed size of a block of {@code size} octets, reached only by incompressible data.
   */
  static int compressedAtMost(int size) {
    return size + size / 255 + 16;
  }

  int most() {
    return most;
  }

  /** Decoded octets that have not been taken yet. */
  int left() {
    return end - at;
  }

  int take(byte[] into, int from, int count) {
    int taken = Math.min(count, end - at);
    System.arraycopy(octets, at, into, from, taken);
    at += taken;
    return taken;
  }

  void addTo(XxHash32 check) {
    check.update(octets, start, end - start);
  }

  /** Discards the history, for a block that does not depend on earlier ones. */
  void forget() {
    start = 0;
    at = 0;
    end = 0;
  }

  /** Moves the history to the front and makes room after it. */
  private void turn(int room) {
    int kept = Math.min(HISTORY, end);
    byte[] fresh = octets.length >= kept + room ? octets : new byte[kept + room];
    System.arraycopy(octets, end - kept, fresh, 0, kept);
    octets = fresh;
    start = kept;
    at = kept;
    end = kept;
  }

  /** Takes {@code count} uncompressed octets. */
  boolean store(byte[] in, int count) {
    turn(count);
    System.arraycopy(in, 0, octets, start, count);
    end = start + count;
    return true;
  }

  /**
   * Decodes {@code count} octets as far as they are valid; returns whether they are a complete
   * valid block.
   */
  boolean decode(byte[] in, int count) {
    turn(most);
    int from = 0;
    int to = start;
    int limit = start + most;
    while (from < count) {
      int token = in[from++] & 0xff;
      int literals = token >> 4;
      if (literals == 15) {
        int more;
        do {
          if (from == count || literals > most) {
            return false;
          }
          more = in[from++] & 0xff;
          literals += more;
        } while (more == 255);
      }
      if (literals > count - from || literals > limit - to) {
        return false;
      }
      System.arraycopy(in, from, octets, to, literals);
      from += literals;
      to += literals;
      end = to;
      if (from == count) {
        // the last sequence has literals but no match
        return true;
      }
      if (count - from < 2) {
        return false;
      }
      int back = in[from] & 0xff | (in[from + 1] & 0xff) << 8;
      from += 2;
      int match = token & 15;
      if (match == 15) {
        int more;
        do {
          if (from == count || match > most) {
            return false;
          }
          more = in[from++] & 0xff;
          match += more;
        } while (more == 255);
      }
      match += LEAST_MATCH;
      if (back == 0 || back > to || match > limit - to) {
        return false;
      }
      copy(to, back, match);
      to += match;
      end = to;
    }
    return count == 0;
  }

  /** Copies octets; an overlapping copy repeats its own output. */
  private void copy(int to, int back, int count) {
    if (back >= count) {
      System.arraycopy(octets, to - back, octets, to, count);
      return;
    }
    for (int i = to; i < to + count; i++) {
      octets[i] = octets[i - back];
    }
  }
}
