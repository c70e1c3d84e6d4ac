package org.jpacker.files;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jpacker.api.Packet;

/**
 * A choice of packets by number and time. All conditions must hold. A selection is immutable: its
 * methods give refined copies.
 */
public final class Selection {
  /** All packets. */
  public static final Selection ALL = new Selection(null, null, null, false, 1);

  private static final Pattern RANGE = Pattern.compile("(\\d{1,18})(-(\\d{1,18})?)?");
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,10})(?:\\.(\\d{1,9}))?");

  /** In ascending order without overlaps, or null. */
  private final List<Range> ranges;

  private final Instant from;
  private final Instant before;
  private final boolean isInverted;
  private final long every;

  private Selection(
      List<Range> ranges, Instant from, Instant before, boolean isInverted, long every) {
    this.ranges = ranges;
    this.from = from;
    this.before = before;
    this.isInverted = isInverted;
    this.every = every;
  }

  /** A range of packet numbers, both ends included. */
  private record Range(long first, long last) {}

  /**
   * Only packets with these numbers, which are counted from 1.
   *
   * @param text such as {@code 1-10,15,100-}
   * @throws IllegalArgumentException if {@code text} is malformed; the message shows the form
   */
  public Selection numbers(String text) {
    return new Selection(parse(text), from, before, isInverted, every);
  }

  /** Only packets of this time or later; packets without time are left out. */
  public Selection from(Instant time) {
    return new Selection(ranges, time, before, isInverted, every);
  }

  /** Only packets before this time; packets without time are left out. */
  public Selection before(Instant time) {
    return new Selection(ranges, from, time, isInverted, every);
  }

  /** All packets but those that numbers and times select together. */
  public Selection inverted() {
    return new Selection(ranges, from, before, !isInverted, every);
  }

  /**
   * The first of every {@code n} packets that the other conditions select.
   *
   * @throws IllegalArgumentException if {@code n} is less than 1
   */
  public Selection every(long n) {
    if (n < 1) {
      throw new IllegalArgumentException("every n-th packet: n is above 0, not " + n);
    }
    return new Selection(ranges, from, before, isInverted, n);
  }

  private static List<Range> parse(String text) {
    List<Range> ranges = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = RANGE.matcher(part);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "numbers are such as 1-10,15,100- and not '" + text + "'");
      }
      long first = Long.parseLong(matcher.group(1));
      long last =
          matcher.group(2) == null
              ? first
              : matcher.group(3) == null ? Long.MAX_VALUE : Long.parseLong(matcher.group(3));
      if (first < 1 || last < first) {
        throw new IllegalArgumentException(
            "packets are numbered from 1 on, and a range does not end before its start: '"
                + part
                + "'");
      }
      ranges.add(new Range(first, last));
    }
    ranges.sort((a, b) -> Long.compare(a.first, b.first));
    List<Range> merged = new ArrayList<>();
    for (Range range : ranges) {
      Range before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (before != null && range.first <= before.last) {
        merged.set(merged.size() - 1, new Range(before.first, Math.max(before.last, range.last)));
      } else {
        merged.add(range);
      }
    }
    return merged;
  }

  /**
   * Parses a point in time.
   *
   * @param text date and time with a time zone, such as {@code 2026-11-24T06:39:54.5Z}, or seconds
   *     since 1970
   * @throws IllegalArgumentException if {@code text} is malformed; the message shows the forms
   */
  public static Instant parseTime(String text) {
    Matcher matcher = SECONDS.matcher(text);
    if (matcher.matches()) {
      char[] nanos = "000000000".toCharArray();
      String fraction = matcher.group(2) == null ? "" : matcher.group(2);
      fraction.getChars(0, fraction.length(), nanos, 0);
      return Instant.ofEpochSecond(
          Long.parseLong(matcher.group(1)), Long.parseLong(new String(nanos)));
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "times are such as 2026-11-24T06:39:54.5Z, 2026-11-24T07:39:54+01:00 or 1700000000.5, not '"
              + text
              + "'",
          e);
    }
  }

  /** Begins a pass over a capture. */
  public Pass begin() {
    return new Pass(this);
  }

  /** One pass over the packets of a capture, in their order. */
  public static final class Pass {
    private final Selection selection;

    /** The first range that does not end before {@code number}. */
    private int range;

    private long number;
    private long selected;

    private Pass(Selection selection) {
      this.selection = selection;
    }

    /**
     * Counts the next packet and returns whether it is selected.
     *
     * @param exact time of the packet in seconds since 1970 if the packet cannot hold it, as {@link
     *     org.jpacker.io.pcap.FileCapture#exactTime()} gives it, or null
     */
    public boolean takes(Packet packet, BigDecimal exact) {
      number++;
      boolean isMeant =
          hasNumber() && (exact == null ? isWithin(packet.timestamp()) : isWithin(exact));
      return isMeant != selection.isInverted && selected++ % selection.every == 0;
    }

    private boolean hasNumber() {
      List<Range> ranges = selection.ranges;
      if (ranges == null) {
        return true;
      }
      while (range < ranges.size() && ranges.get(range).last < number) {
        range++;
      }
      return range < ranges.size() && ranges.get(range).first <= number;
    }

    private boolean isWithin(BigDecimal time) {
      return (selection.from == null || time.compareTo(seconds(selection.from)) >= 0)
          && (selection.before == null || time.compareTo(seconds(selection.before)) < 0);
    }

    private static BigDecimal seconds(Instant time) {
      return BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9));
    }

    private boolean isWithin(Instant time) {
      if (selection.from == null && selection.before == null) {
        return true;
      }
      return time != null
          && (selection.from == null || !time.isBefore(selection.from))
          && (selection.before == null || time.isBefore(selection.before));
    }

    /** Whether no later packet is selected, whatever it is. */
    public boolean isOver() {
      List<Range> ranges = selection.ranges;
      return !selection.isInverted
          && ranges != null
          && ranges.get(ranges.size() - 1).last <= number;
    }
  }
}
