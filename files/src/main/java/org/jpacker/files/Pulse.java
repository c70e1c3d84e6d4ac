package org.jpacker.files;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Reports progress once in a few thousand packets. */
final class Pulse {
  private static final int STRIDE = 1 << 12;

  private final LongConsumer progress;
  private final LongSupplier position;
  private int steps;

  /** Reports {@code position}, in octets, to {@code progress}. */
  Pulse(LongConsumer progress, LongSupplier position) {
    this.progress = progress;
    this.position = position;
  }

  /** Counts one packet. */
  void step() {
    if ((++steps & STRIDE - 1) == 0) {
      progress.accept(position.getAsLong());
    }
  }
}
