package org.jpacker.io.libpcap;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Interrupts waits for which libpcap has no time-out. One thread serves all captures. */
final class Alarm {
  private static final ScheduledThreadPoolExecutor CLOCK =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "jpacker alarm");
            thread.setDaemon(true);
            return thread;
          });

  static {
    CLOCK.setRemoveOnCancelPolicy(true);
  }

  private Alarm() {}

  static Future<?> in(long nanos, Runnable action) {
    return CLOCK.schedule(action, nanos, TimeUnit.NANOSECONDS);
  }
}
