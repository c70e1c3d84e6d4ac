package org.jpacker.live;

import java.time.Duration;
import org.jpacker.api.Capture;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;

/**
 * A source of packets as they pass an interface, opened by a {@link
 * org.jpacker.live.spi.LiveProvider}. One thread reads; {@link #stop}, {@link #close} and {@link
 * #statistics} may be called by any other, and by the reading one between two packets, such as from
 * within a loop over the capture.
 */
public interface LiveCapture extends Capture {

  /** Where the packets come from: link type and protocols. */
  Link link();

  /**
   * The next packet, waiting for it as long as it takes; null once the capture was stopped or
   * closed and the packets that it had taken before are handed out.
   *
   * @throws org.jpacker.api.CaptureException if the interface fails, such as when it is taken away
   */
  @Override
  Packet next();

  /**
   * The next packet, or null if none came within {@code atMost}. A packet that is there already is
   * found even if {@code atMost} is zero. Of a capture that {@link #isStopped} before the call,
   * null is the end: what was taken before is waited for, for some tenths of a second at most.
   *
   * @throws org.jpacker.api.CaptureException if the interface fails
   */
  Packet next(Duration atMost);

  /**
   * Takes no more packets from the interface. A thread that waits in {@link #next()} goes on at
   * once. What was received before is still handed out, what waits in the kernel's buffer included
   * unless the back end says otherwise. Does nothing the second time.
   */
  void stop();

  /** Whether {@link #stop} or {@link #close} was called. */
  boolean isStopped();

  /** What was counted so far; once stopped, what was counted in all, closed or not. */
  LiveStatistics statistics();

  /**
   * Stops and releases the interface; packets that were not handed out are gone, and {@link
   * #next()} gives null. Never waits for the thread that reads. Does nothing the second time.
   */
  @Override
  void close();
}
