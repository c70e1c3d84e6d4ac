package org.jpacker.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jpacker.api.PacketWriter;
import org.jpacker.flow.FlowKey;
import org.jpacker.io.pcap.SplitWriter;

/** The rule by which packets of a capture go to several files. */
public final class Division {
  /** Below the number of files that systems allow a program to have open. */
  private static final int MOST_OPEN = 200;

  private final Rule rule;
  private final boolean isByFlow;

  private Division(Rule rule, boolean isByFlow) {
    this.rule = rule;
    this.isByFlow = isByFlow;
  }

  /** Makes the writer of all files from the writers of single ones. */
  private interface Rule {
    PacketWriter over(Parts parts);
  }

  /** Opens the writer of a file, which is numbered from 0; {@code again} after it was closed. */
  interface Parts {
    PacketWriter open(long number, boolean again);

    default LongFunction<PacketWriter> each() {
      return number -> open(number, false);
    }
  }

  /**
   * Files of {@code packets} packets each.
   *
   * @throws IllegalArgumentException if that is less than 1
   */
  public static Division byCount(long packets) {
    requirePositive(packets, "packets");
    return new Division(parts -> SplitWriter.byCount(packets, parts.each()), false);
  }

  /**
   * Files whose packets have at most {@code octets} octets together; a larger packet has a file of
   * its own.
   *
   * @throws IllegalArgumentException if that is less than 1
   */
  public static Division byOctets(long octets) {
    requirePositive(octets, "octets");
    return new Division(parts -> SplitWriter.byOctets(octets, parts.each()), false);
  }

  /**
   * Files of a period each, beginning with the time of the first packet.
   *
   * @throws IllegalArgumentException if the period is not positive
   */
  public static Division byTime(Duration period) {
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("a period is above 0, not " + period);
    }
    return new Division(parts -> SplitWriter.byTime(period, parts.each()), false);
  }

  /**
   * A file for each flow with both of its directions, at most 100000; packets without addresses
   * have one file. Files are closed and opened again when there are many, so they cannot be
   * compressed.
   */
  public static Division byFlow() {
    return new Division(
        parts ->
            SplitWriter.<Optional<FlowKey>>byKey(
                packet -> FlowKey.of(packet).map(FlowKey::symmetric),
                MOST_OPEN,
                (flow, number, again) -> parts.open(number, again)),
        true);
  }

  private static void requirePositive(long number, String unit) {
    if (number < 1) {
      throw new IllegalArgumentException("a number of " + unit + " is above 0, not " + number);
    }
  }

  /** Whether files are opened again after they were closed. */
  boolean reopensFiles() {
    return isByFlow;
  }

  PacketWriter over(Parts parts) {
    return rule.over(parts);
  }

  /**
   * The name of one of several files: {@code a.pcap.gz} gives {@code a-00001.pcap.gz}.
   *
   * @param number from 1
   */
  public static Path numbered(Path file, long number) {
    String name = file.getFileName().toString();
    int end = name.indexOf('.', 1);
    int at = end < 0 ? name.length() : end;
    return file.resolveSibling(
        String.format(Locale.ROOT, "%s-%05d%s", name.substring(0, at), number, name.substring(at)));
  }
}
