package org.jpacker.io.pcap;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a format could not hold.
 *
 * @param timesRounded packets whose time was rounded down to the file's unit
 * @param timesMissing packets without time that were written with the time 0
 * @param options of sections, interfaces and packets that were left out: how many of each name,
 *     such as {@code opt_comment}
 * @param blocks that were left out: how many of each name, such as {@code ISB}
 */
public record Losses(
    long timesRounded, long timesMissing, Map<String, Long> options, Map<String, Long> blocks) {
  /** Nothing was lost. */
  public static final Losses NONE = new Losses(0, 0, Map.of(), Map.of());

  /** Name of all that have none: files may hold any number of kinds. */
  static final String OTHERS = "others";

  /** Takes copies of the maps. */
  public Losses {
    options = Map.copyOf(options);
    blocks = Map.copyOf(blocks);
  }

  /** Both together. */
  public Losses plus(Losses other) {
    return new Losses(
        timesRounded + other.timesRounded,
        timesMissing + other.timesMissing,
        sum(options, other.options),
        sum(blocks, other.blocks));
  }

  private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
    Map<String, Long> sum = new TreeMap<>(one);
    other.forEach((name, count) -> sum.merge(name, count, Long::sum));
    return sum;
  }

  /** The name that an option is counted under. */
  public static String name(BlockOption option) {
    return option instanceof BlockOption.Unknown ? OTHERS : option.name();
  }

  /** The name that a block is counted under. */
  public static String name(Block block) {
    return block.name().startsWith("0x") ? OTHERS : block.name();
  }
}
