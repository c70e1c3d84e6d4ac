package org.jpacker.io.pcap;

/**
 * What a format could not hold.
 *
 * @param timesRounded packets whose time was rounded down to the file's unit
 * @param timesMissing packets without time that were written with the time 0
 * @param options of packets and interfaces that were left out, comments among them
 * @param blocks that were left out: names, statistics, secrets and others
 */
public record Losses(long timesRounded, long timesMissing, long options, long blocks) {
  /** Nothing was lost. */
  public static final Losses NONE = new Losses(0, 0, 0, 0);

  /** Both together. */
  public Losses plus(Losses other) {
    return new Losses(
        timesRounded + other.timesRounded,
        timesMissing + other.timesMissing,
        options + other.options,
        blocks + other.blocks);
  }
}
