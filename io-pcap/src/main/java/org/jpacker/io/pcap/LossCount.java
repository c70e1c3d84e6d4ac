package org.jpacker.io.pcap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a writer leaves out. */
final class LossCount {
  long timesRounded;
  long timesMissing;
  private final Map<String, Long> options = new TreeMap<>();
  private final Map<String, Long> blocks = new TreeMap<>();

  void options(List<BlockOption> leftOut) {
    for (int i = 0; i < leftOut.size(); i++) {
      options.merge(Losses.name(leftOut.get(i)), 1L, Long::sum);
    }
  }

  void block(Block leftOut) {
    blocks.merge(Losses.name(leftOut), 1L, Long::sum);
  }

  /** Counts an interface whose snapshot length differs from that of the file. */
  void snapLength() {
    options.merge("snapshot length", 1L, Long::sum);
  }

  Losses sum() {
    return new Losses(timesRounded, timesMissing, options, blocks);
  }
}
