package org.jpacker.api;

/**
 * The ones' complement sum of 16-bit words, <a href="https://www.rfc-editor.org/rfc/rfc1071">RFC
 * 1071</a>. Octets are added in stretches, each of which may begin at an odd position.
 */
public final class InternetChecksum {
  private long sum;
  private boolean odd;

  /** An empty sum. */
  public InternetChecksum() {}

  /** Adds the octets from {@code from}, inclusive, to {@code to}, exclusive. */
  public InternetChecksum add(byte[] octets, int from, int to) {
    // section 2 (B): the sum may be taken in either byte order, and swapped at the end; section 2
    // (C): several words are added at once, and the upper halves collect the carries of 32 bits
    long even = 0;
    long uneven = 0;
    int at = from;
    for (; at <= to - 8; at += 8) {
      long words = Octets.i64le(octets, at);
      even += words & 0xffffffffL;
      uneven += words >>> 32;
    }
    for (int shift = 0; at < to; at++, shift ^= 8) {
      even += (octets[at] & 0xffL) << shift;
    }
    int folded = fold(even + uneven);
    sum += odd ? folded : (folded & 0xff) << 8 | folded >>> 8;
    odd ^= (to - from & 1) != 0;
    return this;
  }

  /** Adds a 16-bit number; valid only at an even position. */
  public InternetChecksum add16(int word) {
    sum += word & 0xffff;
    return this;
  }

  /** Adds a 32-bit number; valid only at an even position. */
  public InternetChecksum add32(int word) {
    sum += word & 0xffffffffL;
    return this;
  }

  /** Subtracts a 16-bit number; valid only at an even position. */
  InternetChecksum subtract16(int word) {
    return add16(~word);
  }

  /** The sum, in 16 bits. */
  public int sum() {
    return fold(sum);
  }

  /** The checksum: the complement of the sum. */
  public int value() {
    return ~fold(sum) & 0xffff;
  }

  private static int fold(long sum) {
    long folded = (sum >>> 32) + (sum & 0xffffffffL);
    folded = (folded >>> 16) + (folded & 0xffff);
    folded = (folded >>> 16) + (folded & 0xffff);
    return (int) ((folded >>> 16) + (folded & 0xffff));
  }
}
