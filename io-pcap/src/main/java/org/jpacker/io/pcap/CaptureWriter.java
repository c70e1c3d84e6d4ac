package org.jpacker.io.pcap;

import java.math.BigDecimal;
import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;

/**
 * A capture file of any format, open for writing. {@link Pcap#create} returns one.
 *
 * <p>The calls are the same for all formats. Anything that a format cannot represent is left out
 * and counted, see {@link #losses()}. A packet without a time stamp, such as a crafted one without
 * {@link Packet#timestamp(java.time.Instant)}, is written with time 0, 1970-01-01, and counted. In
 * pcapng, a packet of the first interface that has neither a time stamp nor options is written in a
 * block that has no time.
 */
public abstract class CaptureWriter implements PacketWriter {

  CaptureWriter() {}

  /**
   * Writes a packet.
   *
   * @throws CaptureException if writing fails or the format cannot hold the packet; everything
   *     written before is intact
   */
  @Override
  public void write(Packet packet) {
    write(packet, List.of());
  }

  /**
   * Writes a packet with options, such as comments and flags.
   *
   * @throws CaptureException if writing fails or the format cannot hold the packet
   */
  public abstract void write(Packet packet, List<BlockOption> options);

  /**
   * Writes a packet with a time stamp that {@link Packet} cannot represent: finer than nanoseconds,
   * or outside the years 1677 to 2262.
   *
   * @param time seconds since 1970, as returned by {@link FileCapture#exactTime()}
   * @throws CaptureException if writing fails or the format cannot hold the packet or the time
   */
  public abstract void write(Packet packet, BigDecimal time, List<BlockOption> options);

  /**
   * Describes an interface before its packets, which are matched by number and link type. In
   * pcapng, the packets' time stamps use the unit of the interface. A pcap file has a single
   * snapshot length, the largest of all interfaces declared before the first packet. An interface
   * that has not been declared is added with its first packet, with nanoseconds as the unit.
   *
   * @throws CaptureException if writing fails
   */
  public abstract void declare(CaptureInterface source);

  /**
   * Writes a block that does not hold a packet: names, statistics, secrets, custom blocks and
   * others. Interface numbers and time units in it are those of this file. A section header begins
   * a new section, whose interfaces must be declared again; as the first block, it replaces the
   * section header from the settings.
   *
   * @throws CaptureException if writing fails
   */
  public abstract void write(Block block);

  /** Number of packets written so far. */
  public abstract long packets();

  /** Octets written so far, before compression. */
  public abstract long octets();

  /** Counts of everything left out so far because the format cannot represent it. */
  public abstract Losses losses();

  /**
   * Octets of a record, or a few more.
   *
   * @param options of the packet
   */
  abstract long sizeOf(Packet packet, List<BlockOption> options);

  /** The original length; octets that were cut off remain so even if the packet was changed. */
  static int lengthOnWire(Packet packet) {
    int length = packet.length();
    int cutOff = packet.originalLength() - packet.capturedLength();
    // some files state an original length below the captured one, which is kept if possible
    return cutOff > 0 || length == packet.capturedLength() ? length + cutOff : length;
  }
}
