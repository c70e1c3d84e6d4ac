package org.jpacker.api;

/**
 * One stretch of a packet: a {@link Header} with all it carries, octets that nobody claimed ({@link
 * Raw}), or octets that were refused ({@link Malformed}).
 *
 * <p>A layer that was read is a view on octets {@code [start, end)} of an array that is never
 * written to.
 */
public abstract sealed class Layer permits Header, Raw, Malformed {

  /** The end of a layer whose extent is no longer that of the octets it was read from. */
  static final int LIVE = -1;

  byte[] octets;
  int start;

  /** Index behind the last octet in {@link #octets}, or {@link #LIVE}. */
  int end;

  Header carrier;
  Packet packet;

  /** What a header carries; null until someone asks, and in what is no header. */
  Layer payload;

  Layer(byte[] octets, int start, int end, Header carrier, Packet packet) {
    this.octets = octets;
    this.start = start;
    this.end = end;
    this.carrier = carrier;
    this.packet = packet;
  }

  /** The packet this layer is part of, or null while it is part of none. */
  public final Packet packet() {
    return packet;
  }

  /** The header that carries this layer, or null for the outermost layer. */
  public final Header carrier() {
    return carrier;
  }

  /** Octets from the start of this layer to its end, everything that it carries included. */
  public int size() {
    return end - start;
  }

  /** A copy of the octets from the start of this layer to its end, derived fields up to date. */
  public final byte[] toBytes() {
    settle();
    byte[] out = new byte[size()];
    write(out, 0);
    return out;
  }

  /** Copies the octets of this layer as they are now to {@code out}; returns the index behind. */
  int write(byte[] out, int at) {
    System.arraycopy(octets, start, out, at, end - start);
    return at + end - start;
  }

  /** Adds the octets of this layer as they are now to {@code sum}. */
  void sum(InternetChecksum sum) {
    sum.add(octets, start, end);
  }

  /** Brings derived fields up to date; nothing to do for octets without fields. */
  void settle() {}

  /** Makes this layer, and all that it carries, part of {@code packet}. */
  void join(Packet packet, Header carrier) {
    this.packet = packet;
    this.carrier = carrier;
  }

  /** A copy, with all that is carried, that belongs to no packet. */
  abstract Layer detachedCopy();
}
