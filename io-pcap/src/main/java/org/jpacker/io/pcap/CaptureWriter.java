package org.jpacker.io.pcap;

import java.math.BigDecimal;
import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;

/**
 * An open capture file of any format that is written. {@link Pcap#create} gives it.
 *
 * <p>All formats take the same calls; what one cannot hold is left out and counted: {@link
 * #losses()}. A packet without time stamp, as one that was made and not given {@link
 * Packet#timestamp(java.time.Instant)}, is written with the time 0, which is 1970-01-01, and
 * counted; pcapng has a block without time, which takes those of the first interface that have no
 * options.
 */
public abstract class CaptureWriter implements PacketWriter {

  CaptureWriter() {}

  /**
   * Writes a packet.
   *
   * @throws CaptureException if that fails or the file cannot hold such a packet; what was written
   *     before is whole
   */
  @Override
  public void write(Packet packet) {
    write(packet, List.of());
  }

  /**
   * Writes a packet with its comments, flags and the like.
   *
   * @throws CaptureException if that fails or the file cannot hold such a packet
   */
  public abstract void write(Packet packet, List<BlockOption> options);

  /**
   * Writes a packet with a time that it cannot say itself: in parts of nanoseconds, or beyond the
   * years 1677 to 2262.
   *
   * @param time seconds since 1970, as {@link FileCapture#exactTime()} gives them
   * @throws CaptureException if that fails or the file cannot hold such a packet or such a time
   */
  public abstract void write(Packet packet, BigDecimal time, List<BlockOption> options);

  /**
   * Says of an interface what is known, before its packets: those with its number and link type. A
   * pcapng file has the times of its packets in its unit. A pcap file has one snapshot length, the
   * largest of the interfaces that were told of before the first packet. Interfaces that nobody
   * told of are added with their first packet, in nanoseconds.
   *
   * @throws CaptureException if that fails
   */
  public abstract void declare(CaptureInterface source);

  /**
   * Writes a block: names, statistics, secrets, custom ones and others. Numbers of interfaces and
   * units of time in it are those of this file. A section header begins a section, whose interfaces
   * are still to be told of; as the very first block it takes the place of the settings'.
   *
   * @throws CaptureException if that fails
   */
  public abstract void write(Block block);

  /** Packets written so far. */
  public abstract long packets();

  /** Octets written so far, before compression. */
  public abstract long octets();

  /** What could not be held so far. */
  public abstract Losses losses();

  /** What was cut off stays cut off, however the packet was changed. */
  static int lengthOnWire(Packet packet) {
    int length = packet.length();
    int cutOff = packet.originalLength() - packet.capturedLength();
    // some files claim less than they hold, which is kept as long as it can be told of the packet
    return cutOff > 0 || length == packet.capturedLength() ? length + cutOff : length;
  }
}
