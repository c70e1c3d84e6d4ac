package org.jpacker.io.pcap;

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
   * Says of an interface what is known, before its packets: those with its number and link type.
   * The times of its packets are written in microseconds if its own are, else in nanoseconds.
   * Interfaces that nobody told of are added with their first packet.
   *
   * @throws CaptureException if that fails
   */
  public abstract void declare(CaptureInterface source);

  /**
   * Writes a block: names, statistics, secrets, custom ones and others. Numbers of interfaces and
   * units of time in it are those of this file.
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
    return packet.length() + Math.max(0, packet.originalLength() - packet.capturedLength());
  }
}
