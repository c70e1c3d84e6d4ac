package org.jpacker.core;

import java.time.LocalDate;
import org.jpacker.api.Packet;

/** Appends time stamps, which are nanoseconds since 1970; nothing where there is none. */
final class Times {
  private static final long NANOS = 1_000_000_000L;
  private static final int DAY = 86_400;

  private static final int[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  private Times() {}

  /** Seconds since 1970 with nine decimals. */
  static void epoch(StringBuilder out, long nanos) {
    if (nanos != Packet.NO_TIME) {
      seconds(out, nanos, 9);
    }
  }

  /** Seconds since {@code start} with six decimals, or nine where six would lose some. */
  static void relative(StringBuilder out, long nanos, long start) {
    if (nanos != Packet.NO_TIME && start != Packet.NO_TIME) {
      long since = nanos - start;
      seconds(out, since, decimals(since));
    }
  }

  /** Seconds since {@code start} with nine decimals. */
  static void since(StringBuilder out, long nanos, long start) {
    if (nanos != Packet.NO_TIME && start != Packet.NO_TIME) {
      seconds(out, nanos - start, 9);
    }
  }

  /** Date and time of day in UTC, with {@code between} between them. */
  static void utc(StringBuilder out, long nanos, char between) {
    if (nanos == Packet.NO_TIME) {
      return;
    }
    long seconds = Math.floorDiv(nanos, NANOS);
    int second = (int) Math.floorMod(seconds, (long) DAY);
    out.append(LocalDate.ofEpochDay(Math.floorDiv(seconds, (long) DAY))).append(between);
    digits(out, second / 3600, 2);
    out.append(':');
    digits(out, second / 60 % 60, 2);
    out.append(':');
    digits(out, second % 60, 2);
    fraction(out, Math.floorMod(nanos, NANOS), decimals(nanos));
  }

  private static int decimals(long nanos) {
    return nanos % 1000 == 0 ? 6 : 9;
  }

  private static void seconds(StringBuilder out, long nanos, int decimals) {
    if (nanos < 0) {
      out.append('-');
    }
    long size = Math.abs(nanos);
    out.append(size / NANOS);
    fraction(out, size % NANOS, decimals);
  }

  private static void fraction(StringBuilder out, long nanos, int decimals) {
    out.append('.');
    digits(out, decimals == 6 ? nanos / 1000 : nanos, decimals);
  }

  /** Appends {@code value} with zeros before it, so that it has {@code count} digits. */
  private static void digits(StringBuilder out, long value, int count) {
    for (int i = count - 1; i > 0 && value < POWERS[i]; i--) {
      out.append('0');
    }
    out.append(value);
  }
}
