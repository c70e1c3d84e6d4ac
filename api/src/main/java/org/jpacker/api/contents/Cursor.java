package org.jpacker.api.contents;

import org.jpacker.api.OctetString;

/**
 * What a {@link Leaf} reads from and writes to. Reading never fails: past the end there are zeros,
 * and the record that contains the leaf is kept as octets.
 */
public final class Cursor {
  private final Parts parts;

  Cursor(Parts parts) {
    this.parts = parts;
  }

  /** The next octet, 0 to 255. */
  public int u8() {
    return (int) parts.take(8);
  }

  /** The next {@code width} bits, 1 to 64. */
  public long bits(int width) {
    return parts.take(width);
  }

  /** The next {@code count} octets; none, and a failure, if there are fewer. */
  public OctetString octets(long count) {
    return new OctetString(parts.takeOctets(count));
  }

  /** Number of octets up to the end of the part, as far as a length says where that is. */
  public int left() {
    return parts.left();
  }

  /** Index of the next octet in the message. */
  public int position() {
    return parts.position();
  }

  /** The octet at an index of the whole message, 0 to 255, or -1 if there is none. */
  public int message(int at) {
    return parts.message(at);
  }

  /** Says that the octets are no such value; the record that contains it is kept as octets. */
  public void fail() {
    parts.bad = true;
  }

  /**
   * Writes {@code width} bits.
   *
   * @throws IllegalArgumentException if the value does not fit
   */
  public void put(int width, long value) {
    parts.put(parts.writing(), width, value);
  }

  /** Name of the part that is written, for messages. */
  public String part() {
    return parts.writing();
  }

  /** Writes octets. */
  public void put(byte[] octets) {
    parts.putOctets(octets);
  }
}
