package org.jpacker.api;

/**
 * One packet of a capture as it lies in memory, refilled for each packet: for bulk work that
 * creates no {@link Packet}. Its octets remain valid after a refill, because nothing writes to
 * them. Belongs to one thread at a time.
 */
public class CaptureRecord {
  private byte[] octets = {};
  private int offset;
  private int captured;
  private int original;
  private long nanos = Packet.NO_TIME;
  private Link link;

  /** An empty record. */
  public CaptureRecord() {}

  /** Fills this record; the parameters are those of {@link Packet}. */
  public final void set(
      byte[] octets, int offset, int captured, int original, long nanos, Link link) {
    // compare references before storing them, since each store costs a collector barrier
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

  /**
   * Fills this record with the octets that {@code packet} was read from or, if it was changed, with
   * its current octets.
   */
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

  /** A new packet with the current contents of this record. */
  public final Packet packet() {
    return new Packet(octets, offset, captured, original, nanos, link);
  }

  /** The array that holds the octets, and maybe others; not a copy. */
  public final byte[] octets() {
    return octets;
  }

  /** Index of the first octet. */
  public final int offset() {
    return offset;
  }

  /** Number of octets captured. */
  public final int capturedLength() {
    return captured;
  }

  /** Number of octets on the wire. */
  public final int originalLength() {
    return original;
  }

  /** Nanoseconds since 1970, or {@link Packet#NO_TIME}. */
  public final long timestampNanos() {
    return nanos;
  }

  /** The link that the packet comes from. */
  public final Link link() {
    return link;
  }
}
