package org.jpacker.api.text;

import java.time.LocalDate;
import org.jpacker.api.Packet;

/** Appends time stamps, given in nanoseconds since 1970; nothing for {@link Packet#NO_TIME}. */
public final class Times {
  private static final long NANOS = 1_000_000_000L;
  private static final int DAY = 86_400;
  private static final int MILLION = 1_000_000;
  private static final int BILLION = 1_000_000_000;

  private Times() {}

  /** Seconds since 1970 with nine decimals. */
  public static void epoch(StringBuilder out, long nanos) {
    if (nanos != Packet.NO_TIME) {
      difference(out, nanos, 0, 9);
    }
  }

  /** Seconds since {@code start} with six decimals, or with nine if six would lose precision. */
  public static void relative(StringBuilder out, long nanos, long start) {
    if (nanos != Packet.NO_TIME && start != Packet.NO_TIME) {
      difference(out, nanos, start, 6);
    }
  }

  /** Seconds since {@code start} with nine decimals. */
  public static void since(StringBuilder out, long nanos, long start) {
    if (nanos != Packet.NO_TIME && start != Packet.NO_TIME) {
      difference(out, nanos, start, 9);
    }
  }

  /** Date and time of day in UTC, separated by {@code between}. */
  public static void utc(StringBuilder out, long nanos, char between) {
    if (nanos == Packet.NO_TIME) {
      return;
    }
    long seconds = Math.floorDiv(nanos, NANOS);
    int second = (int) Math.floorMod(seconds, (long) DAY);
    out.append(LocalDate.ofEpochDay(Math.floorDiv(seconds, (long) DAY)));
    digits(out, between, second / 3600, 100);
    digits(out, ':', second / 60 % 60, 100);
    digits(out, ':', second % 60, 100);
    fraction(out, Math.floorMod(nanos, NANOS), 6);
  }

  /** Appends with at least {@code least} decimals, 6 or 9. */
  private static void difference(StringBuilder out, long nanos, long start, int least) {
    if (nanos < start) {
      out.append('-');
    }
    // up to 585 years, which exceeds a signed number
    long size = nanos < start ? start - nanos : nanos - start;
    out.append(Long.divideUnsigned(size, NANOS));
    fraction(out, Long.remainderUnsigned(size, NANOS), least);
  }

  private static void fraction(StringBuilder out, long nanos, int least) {
    if (least == 6 && nanos % 1000 == 0) {
      digits(out, '.', (int) (nanos / 1000), MILLION);
    } else {
      digits(out, '.', (int) nanos, BILLION);
    }
  }

  /**
   * Appends {@code before} and {@code value}, zero-padded to the number of zeros in {@code bound},
   * a power of ten.
   */
  private static void digits(StringBuilder out, char before, int value, int bound) {
    int at = out.length();
    // one digit too many, a leading 1, preserves the zeros; {@code before} then replaces it
    out.append(bound + value).setCharAt(at, before);
  }
}
