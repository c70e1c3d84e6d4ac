package org.jpacker.api.text;

import org.jpacker.api.Packet;

/**
 * A packet at its place in a capture, which is what gets printed.
 *
 * @param number the packet's number in the capture, from 1
 * @param startNanos time stamp of the capture's first packet, or {@link Packet#NO_TIME}
 * @param packet the packet
 */
public record Frame(long number, long startNanos, Packet packet) {

  /** The first and only packet. */
  public static Frame of(Packet packet) {
    return new Frame(1, packet.timestampNanos(), packet);
  }
}
