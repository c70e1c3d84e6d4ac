package org.jpacker.io.raw;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jpacker.api.CaptureException;

/** Waits while a queue of the kernel is full, which nobody announces the end of. */
final class Patience {
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** A few packets at usual speeds. */
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  private final String device;
  private long since;

  Patience(String device) {
    this.device = device;
  }

  /** Whether an error says that the packet may be taken later. */
  static boolean isWorthIt(int errno) {
    return errno == Libc.ENOBUFS || errno == Libc.EAGAIN || errno == Libc.EINTR;
  }

  /**
   * Waits a moment.
   *
   * @throws CaptureException if nothing was taken for 5 seconds
   */
  void pause(int errno) {
    long now = System.nanoTime();
    since = since == 0 ? now : since;
    if (now - since > MOST_NANOS) {
      throw Failure.of(device, "the interface's queue stays full", errno);
    }
    LockSupport.parkNanos(PAUSE_NANOS);
  }

  /** Something was taken. */
  void renew() {
    since = 0;
  }
}
