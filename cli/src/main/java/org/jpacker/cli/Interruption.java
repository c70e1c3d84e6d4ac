package org.jpacker.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, and other signals that end a program, for commands that have something to bring to an end
 * first: they are told to stop, and the program ends with the exit status of {@link Main}, as if
 * they had come to their end by themselves.
 */
final class Interruption {
  private static final CountDownLatch FINISHED = new CountDownLatch(1);
  private static final int PATIENCE = 5;

  private static volatile int status;

  private Interruption() {}

  /** From now on runs {@code stop}, in a thread of its own, when the program is told to end. */
  static void runs(Runnable stop) {
    Thread hook = new Thread(() -> bringToAnEnd(stop), "jpacker interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static void bringToAnEnd(Runnable stop) {
    if (FINISHED.getCount() == 0) {
      return; // it ends by itself
    }
    stop.run();
    try {
      if (FINISHED.await(PATIENCE, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(status);
      }
    } catch (InterruptedException e) {
      // then it ends as signals end programs
    }
  }

  /** Ends the program; while it is being ended already, with this status all the same. */
  static void exit(int code) {
    status = code;
    FINISHED.countDown();
    System.exit(code);
  }
}
