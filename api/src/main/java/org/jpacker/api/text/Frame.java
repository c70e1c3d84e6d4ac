package org.jpacker.api.text;

import org.jpacker.api.Packet;

/**
 * A packet with its position in a capture, as outputs print it.
 *
 * @param number number of the packet in the capture, from 1
 * @param startNanos time stamp of the first packet in the capture, or {@link Packet#NO_TIME}
 * @param packet the packet
 */
public record Frame(long number, long startNanos, Packet packet) {

  /** The packet as the first and only one of a capture. */
  public static Frame of(Packet packet) {
    return new Frame(1, packet.timestampNanos(), packet);
  }
}
