package org.jpacker.api;

/**
 * One packet of a capture as it lies in memory, filled again and again: for bulk work that makes no
 * {@link Packet}. What the octets are stays valid as that of a packet does: they are not written
 * to. Belongs to one thread at a time.
 */
public class CaptureRecord {
  private byte[] octets = {};
  private int offset;
  private int captured;
  private int original;
  private long nanos = Packet.NO_TIME;
  private Link link;

  /** A record that holds nothing yet. */
  public CaptureRecord() {}

  /** Makes this the record of these octets; the parameters are those of {@link Packet}. */
  public final void set(
      byte[] octets, int offset, int captured, int original, long nanos, Link link) {
    // references are compared before they are stored: collectors watch them
    if (octets != this.octets) {
      this.octets = octets;
    }
    this.offset = offset;
    this.captured = captured;
    this.original = original;
    this.nanos = nanos;
    if (link != this.link) {
      this.link = link;
    }
  }

  /** Makes this the record that {@code packet} was read from, or that holds it as it is now. */
  public final void set(Packet packet) {
    if (packet.isAsRead()) {
      set(
          packet.octets(),
          packet.offset(),
          packet.capturedLength(),
          packet.originalLength(),
          packet.timestampNanos(),
          packet.link());
    } else {
      byte[] now = packet.toBytes();
      int unseen = packet.originalLength() - packet.capturedLength();
      set(now, 0, now.length, now.length + unseen, packet.timestampNanos(), packet.link());
    }
  }

  /** A packet of its own with what this record holds now. */
  public final Packet packet() {
    return new Packet(octets, offset, captured, original, nanos, link);
  }

  /** The array that holds the octets, and maybe others. */
  public final byte[] octets() {
    return octets;
  }

  /** Index of the first octet. */
  public final int offset() {
    return offset;
  }

  /** Octets that were captured. */
  public final int capturedLength() {
    return captured;
  }

  /** Octets that were on the wire. */
  public final int originalLength() {
    return original;
  }

  /** Nanoseconds since 1970, or {@link Packet#NO_TIME}. */
  public final long timestampNanos() {
    return nanos;
  }

  /** Where the packet comes from. */
  public final Link link() {
    return link;
  }
}
