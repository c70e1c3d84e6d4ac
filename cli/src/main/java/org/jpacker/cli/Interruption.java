package org.jpacker.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jpacker.live.spi.LiveProvider;

/**
 * Ctrl-C, and other signals that end a program, for commands that have something to bring to an end
 * first: they are told to stop, and the program ends with the exit status of {@link Main}, as if
 * they had come to their end by themselves.
 */
final class Interruption {
  private static final CountDownLatch FINISHED = new CountDownLatch(1);

  /** Seconds without any progress, as of someone who writes to a pipe that nobody reads. */
  private static final int PATIENCE = 5;

  private static volatile int status;
  private static volatile Thread hook;

  private Interruption() {}

  /**
   * From now on Ctrl-C, and what else ends a program, does so even if it was ignored when the
   * program started, as shells have it for what a script runs in the background. Of SIGHUP that
   * stays so: whoever says nohup means it.
   */
  static void endsWith(LiveProvider provider) {
    provider.restoreSignals();
    // as Java does it by itself for signals that are not ignored at its start
    Signals.on("INT", () -> System.exit(128 + 2));
    Signals.on("TERM", () -> System.exit(128 + 15));
  }

  /**
   * From now on runs {@code stop}, in a thread of its own, when the program is told to end.
   *
   * @param done a number that grows for as long as the work gets on
   */
  static void runs(Runnable stop, LongSupplier done) {
    hook = new Thread(() -> bringToAnEnd(stop, done), "jpacker interruption");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      awaitEnd();
    }
  }

  /** The program is ending already: nothing is begun any more. */
  private static void awaitEnd() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void bringToAnEnd(Runnable stop, LongSupplier done) {
    stop.run();
    try {
      long before = -1;
      for (long now = done.getAsLong(); now != before; now = done.getAsLong()) {
        before = now;
        if (FINISHED.await(PATIENCE, TimeUnit.SECONDS)) {
          Runtime.getRuntime().halt(status);
        }
      }
    } catch (InterruptedException e) {
      // then it ends as signals end programs
    }
  }

  /** Ends the program; while it is being ended already, with this status all the same. */
  static void exit(int code) {
    status = code;
    if (hook != null) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // it runs, and ends the program
      }
    }
    FINISHED.countDown();
    System.exit(code);
  }
}
