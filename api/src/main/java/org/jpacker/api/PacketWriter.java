package org.jpacker.api;

/** An open sink of packets, such as a file. */
public interface PacketWriter extends AutoCloseable {

  /**
   * Writes a packet. Files keep its time stamp, if it has one ({@link
   * Packet#timestamp(java.time.Instant)}); live senders send the packet at once.
   *
   * @throws CaptureException if the sink fails or cannot hold such a packet
   */
  void write(Packet packet);

  /** Writes buffered packets. */
  void flush();

  /** Writes buffered packets and releases the sink. */
  @Override
  void close();
}
