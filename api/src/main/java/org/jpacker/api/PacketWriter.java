package org.jpacker.api;

/** An open sink of packets, such as a file. */
public interface PacketWriter extends AutoCloseable {

  /**
   * Writes a packet. Files keep its time stamp, if it has one ({@link
   * Packet#timestamp(java.time.Instant)}); what is sent is sent now.
   *
   * @throws CaptureException if the sink fails or cannot hold such a packet
   */
  void write(Packet packet);

  /** Writes what is held back. */
  void flush();

  /** Writes what is held back and releases the sink. */
  @Override
  void close();
}
