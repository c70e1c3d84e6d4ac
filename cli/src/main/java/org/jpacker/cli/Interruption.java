package org.jpacker.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jpacker.live.spi.LiveProvider;

/**
 * Ctrl-C and other signals that end the program, for commands that have work to finish first: such
 * a command is stopped, and the program ends with the exit status of {@link Main}, as if the
 * command had ended by itself.
 */
final class Interruption {
  private static final CountDownLatch FINISHED = new CountDownLatch(1);

  /** Seconds without progress before the wait ends, as when a pipe is full and has no reader. */
  private static final int PATIENCE = 5;

  private static volatile int status;
  private static volatile Thread hook;

  private Interruption() {}

  /**
   * From now on SIGINT and SIGTERM end the program even if they were ignored when it started, as
   * shells do for background jobs of a script. SIGHUP stays ignored, so that nohup works.
   */
  static void endsWith(LiveProvider provider) {
    provider.restoreSignals();
    // Java does the same by itself for signals that are not ignored when it starts
    Signals.on("INT", () -> System.exit(128 + 2));
    Signals.on("TERM", () -> System.exit(128 + 15));
  }

  /**
   * From now on runs {@code stop}, in a thread of its own, when a signal ends the program.
   *
   * @param done a number that grows while the work makes progress
   */
  static void runs(Runnable stop, LongSupplier done) {
    hook = new Thread(() -> bringToAnEnd(stop, done), "jpacker interruption");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      awaitEnd();
    }
  }

  /** Begins nothing new, since the program is ending. */
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
      // the program ends by the signal
    }
  }

  /** Ends the program with this status, even if a signal is ending it already. */
  static void exit(int code) {
    status = code;
    if (hook != null) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // the hook runs, and ends the program
      }
    }
    FINISHED.countDown();
    System.exit(code);
  }
}
