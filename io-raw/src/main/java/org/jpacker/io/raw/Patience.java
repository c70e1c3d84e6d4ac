package org.jpacker.io.raw;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jpacker.api.CaptureException;

/** Waits while a kernel queue is full; the kernel does not signal when it has room again. */
final class Patience {
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** The time of a few packets at usual speeds. */
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  private final String device;
  private long since;

  Patience(String device) {
    this.device = device;
  }

  /** Whether the error is temporary, so that sending may succeed later. */
  static boolean isWorthIt(int errno) {
    return errno == Libc.ENOBUFS || errno == Libc.EAGAIN || errno == Libc.EINTR;
  }

  /**
   * Waits briefly.
   *
   * @throws CaptureException if no packet has been accepted for 5 seconds
   */
  void pause(int errno) {
    long now = System.nanoTime();
    since = since == 0 ? now : since;
    if (now - since > MOST_NANOS) {
      throw Failure.of(device, "the interface's queue stays full", errno);
    }
    LockSupport.parkNanos(PAUSE_NANOS);
  }

  /** Restarts the limit; to be called when a packet has been accepted. */
  void renew() {
    since = 0;
  }
}
