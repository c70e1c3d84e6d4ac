package org.jpacker.io.raw;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Something of the kernel's that several threads use and any of them may close: it is given back by
 * the last one that leaves, so that nobody waits and nobody touches what is gone.
 */
final class Lease {
  private final AtomicInteger users = new AtomicInteger(1);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Runnable release;

  Lease(Runnable release) {
    this.release = release;
  }

  /** Whether it is still there; if so, until {@link #leave}. */
  boolean enter() {
    for (int n = users.get(); n > 0; n = users.get()) {
      if (users.compareAndSet(n, n + 1)) {
        return true;
      }
    }
    return false;
  }

  void leave() {
    if (users.decrementAndGet() == 0) {
      release.run();
    }
  }

  boolean isClosed() {
    return closed.get();
  }

  /** Says that nobody shall come in any more; true the first time. */
  boolean close() {
    if (!closed.compareAndSet(false, true)) {
      return false;
    }
    leave();
    return true;
  }
}
