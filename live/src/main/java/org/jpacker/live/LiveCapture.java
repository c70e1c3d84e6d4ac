package org.jpacker.live;

import java.time.Duration;
import org.jpacker.api.Capture;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;

/**
 * A source of packets that pass an interface, opened by a {@link
 * org.jpacker.live.spi.LiveProvider}. One thread reads; any other thread may call {@link #stop},
 * {@link #close} and {@link #statistics}. The reading thread may call them too, between two
 * packets, as within a loop over the capture.
 */
public interface LiveCapture extends Capture {

  /** The origin of the packets: link type and protocols. */
  Link link();

  /**
   * The next packet, however long it takes to arrive; null once the capture is stopped or closed
   * and all packets taken before have been delivered.
   *
   * @throws org.jpacker.api.CaptureException if the interface fails, for example because it was
   *     removed
   */
  @Override
  Packet next();

  /**
   * The next packet, or null if none arrives within {@code atMost}. A packet that has already
   * arrived is returned even if {@code atMost} is zero. If the capture {@link #isStopped} before
   * the call, null means the end: packets taken before are waited for, for some tenths of a second
   * at most.
   *
   * @throws org.jpacker.api.CaptureException if the interface fails
   */
  Packet next(Duration atMost);

  /**
   * Takes no more packets from the interface, and wakes a thread that waits in {@link #next()}.
   * Packets received before are still delivered, including those in the kernel's buffer unless the
   * back end documents otherwise. Has no effect the second time.
   */
  void stop();

  /** Whether {@link #stop} or {@link #close} was called. */
  boolean isStopped();

  /** The counters so far; after a stop, the final counters, even if the capture is closed. */
  LiveStatistics statistics();

  /**
   * Stops the capture and releases the interface; undelivered packets are lost, and {@link #next()}
   * returns null. Never waits for the reading thread. Has no effect the second time.
   */
  @Override
  void close();
}
