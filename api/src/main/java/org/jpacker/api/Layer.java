package org.jpacker.api;

/**
 * One stretch of a packet: a {@link Header} with all that it carries, unclaimed octets ({@link
 * Raw}), or refused octets ({@link Malformed}).
 *
 * <p>A layer that was read is a view of the octets {@code [start, end)} of an array that is never
 * written to.
 */
public abstract sealed class Layer permits Header, Raw, Malformed {

  /** The end of a layer whose extent no longer is that of the octets it was read from. */
  static final int LIVE = -1;

  static final byte[] NOTHING = {};

  byte[] octets;
  int start;

  /** Index after the last octet in {@link #octets}, or {@link #LIVE}. */
  int end;

  Header carrier;
  Packet packet;

  /** The payload of a header; null until it is asked for, and always null in other layers. */
  Layer payload;

  Layer(byte[] octets, int start, int end, Header carrier, Packet packet) {
    this.octets = octets;
    this.start = start;
    this.end = end;
    this.carrier = carrier;
    this.packet = packet;
  }

  /** The packet that this layer is part of, or null for none. */
  public final Packet packet() {
    return packet;
  }

  /** The header that carries this layer, or null for the outermost layer. */
  public final Header carrier() {
    return carrier;
  }

  /** Number of octets of this layer, including all that it carries. */
  public int size() {
    return end - start;
  }

  /**
   * A copy of the octets of this layer, including all that it carries, with derived fields up to
   * date.
   */
  public final byte[] toBytes() {
    settle();
    byte[] out = new byte[size()];
    write(out, 0);
    return out;
  }

  /** Copies the current octets of this layer to {@code out}; returns the index after them. */
  int write(byte[] out, int at) {
    System.arraycopy(octets, start, out, at, end - start);
    return at + end - start;
  }

  /** Adds the current octets of this layer to {@code sum}. */
  void sum(InternetChecksum sum) {
    sum.add(octets, start, end);
  }

  /** Brings derived fields up to date; there are none in octets without fields. */
  void settle() {}

  /** Makes this layer, and all that it carries, part of {@code packet}. */
  void join(Packet packet, Header carrier) {
    this.packet = packet;
    this.carrier = carrier;
  }

  /** A copy, with all that this layer carries, that is not part of a packet. */
  abstract Layer detachedCopy();
}
