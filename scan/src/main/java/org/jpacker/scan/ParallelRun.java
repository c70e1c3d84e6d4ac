package org.jpacker.scan;

import java.util.function.IntConsumer;

/** Runs the parts of a task in threads. */
final class ParallelRun {
  private ParallelRun() {}

  /**
   * Runs {@code work} for each number below {@code count}, 0 in this thread and the others in
   * threads of their own, and waits for all of them. Of several failures, the one with the lowest
   * number is thrown.
   */
  static void run(int count, IntConsumer work) {
    Throwable[] failures = new Throwable[count];
    Thread[] threads = new Thread[count];
    for (int i = 1; i < count; i++) {
      int part = i;
      threads[i] = new Thread(() -> failures[part] = failureOf(work, part), "jpacker part " + i);
      threads[i].start();
    }
    if (count > 0) {
      failures[0] = failureOf(work, 0);
    }
    boolean interrupted = false;
    for (int i = 1; i < count; i++) {
      while (threads[i].isAlive()) {
        try {
          threads[i].join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    for (Throwable failure : failures) {
      if (failure != null) {
        throw StepPlan.unexpected(failure);
      }
    }
  }

  private static Throwable failureOf(IntConsumer work, int part) {
    try {
      work.accept(part);
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }
}
