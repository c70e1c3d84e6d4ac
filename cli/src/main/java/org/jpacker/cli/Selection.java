package org.jpacker.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which packets of a capture are meant. */
final class Selection {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,18})(-(\\d{1,18})?)?");
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,10})(?:\\.(\\d{1,9}))?");

  private Selection() {}

  /** A range of packet numbers, both ends included. */
  record Range(long first, long last) {}

  /**
   * Ranges in ascending order, without overlaps.
   *
   * @param text such as {@code 1-10,15,100-}
   * @throws IllegalArgumentException if it is none; the message says what is wanted
   */
  static List<Range> ranges(String text) {
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
            "packets are numbered from 1 on, and a range ends behind its start: '" + part + "'");
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
   * A point in time.
   *
   * @param text with a time zone, such as {@code 2026-11-24T06:39:54.5Z}, or seconds since 1970
   * @throws IllegalArgumentException if it is none; the message says what is wanted
   */
  static Instant time(String text) {
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

  /** Whether ascending numbers lie in ranges. */
  static final class Numbers {
    private final Range[] ranges;
    private int at;

    Numbers(List<Range> ranges) {
      this.ranges = ranges.toArray(Range[]::new);
    }

    boolean has(long number) {
      while (at < ranges.length && ranges[at].last < number) {
        at++;
      }
      return at < ranges.length && ranges[at].first <= number;
    }

    /** Whether no number from this one on is in them. */
    boolean isBehind(long number) {
      return Arrays.stream(ranges).allMatch(range -> range.last < number);
    }
  }
}
