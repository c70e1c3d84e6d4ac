package org.jpacker.api;

import java.util.Iterator;

/**
 * An open source of packets, such as a file. It is read once, from start to end; all iterators of a
 * capture share its position.
 */
public interface Capture extends Iterable<Packet>, AutoCloseable {

  /**
   * The next packet, or null at the end.
   *
   * @throws CaptureException after the last whole packet, if the source is damaged or fails
   */
  Packet next();

  /**
   * Fills {@code record} with the next packet, for bulk work; returns false at the end. Files do
   * this without creating an object.
   *
   * @throws CaptureException as {@link #next()} does
   */
  default boolean next(CaptureRecord record) {
    Packet packet = next();
    if (packet != null) {
      record.set(packet);
    }
    return packet != null;
  }

  /** The remaining packets, each read on demand. */
  @Override
  default Iterator<Packet> iterator() {
    return new PacketIterator(this);
  }

  /** Releases the source. */
  @Override
  void close();
}
