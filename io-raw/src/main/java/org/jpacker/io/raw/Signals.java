package org.jpacker.io.raw;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** Restores signals that the program was started to ignore. */
final class Signals {
  private static final int SIGINT = 2;
  private static final int SIGTERM = 15;

  /** The handler for ignored signals; it is the first member of struct sigaction. */
  private static final long SIG_IGN = 1;

  /** An upper bound for the size of struct sigaction. */
  private static final int SIGACTION = 512;

  private Signals() {}

  /** Implements {@link org.jpacker.live.spi.LiveProvider#restoreSignals}. */
  static void restore() {
    if (Libc.problem().isPresent()) {
      return;
    }
    try (Memory before = new Memory(SIGACTION);
        Memory byDefault = new Memory(SIGACTION)) {
      byDefault.clear();
      for (int signal : new int[] {SIGINT, SIGTERM}) {
        if (Libc.sigaction(signal, null, before) == 0
            && Pointer.nativeValue(before.getPointer(0)) == SIG_IGN) {
          Libc.sigaction(signal, byDefault, null);
        }
      }
    }
  }
}
