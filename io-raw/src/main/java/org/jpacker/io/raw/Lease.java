package org.jpacker.io.raw;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Guards a kernel resource that several threads use and any of them may close. The last thread to
 * leave releases it, so no thread blocks and none uses a released resource.
 */
final class Lease {
  private final AtomicInteger users = new AtomicInteger(1);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Runnable release;

  Lease(Runnable release) {
    this.release = release;
  }

  /** Whether the resource is open; if so, it stays open until {@link #leave}. */
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

  /** Lets no further thread enter; returns true on the first call. */
  boolean close() {
    if (!closed.compareAndSet(false, true)) {
      return false;
    }
    leave();
    return true;
  }
}
