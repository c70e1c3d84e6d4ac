package org.jpacker.api.text;

import java.time.LocalDate;
import org.jpacker.api.Packet;

/** Appends time stamps, which are nanoseconds since 1970; nothing where there is none. */
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

  /** Seconds since {@code start} with six decimals, or nine where six would lose some. */
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

  /** Date and time of day in UTC, with {@code between} between them. */
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

  /** With at least as many decimals as {@code least}, 6 or 9. */
  private static void difference(StringBuilder out, long nanos, long start, int least) {
    if (nanos < start) {
      out.append('-');
    }
    // up to 585 years: more than a signed number holds
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
   * Appends {@code before}, and {@code value} with as many digits as {@code bound}, a power of ten
   * that is more than it, has zeros.
   */
  private static void digits(StringBuilder out, char before, int value, int bound) {
    int at = out.length();
    // one digit more than wanted, a 1, keeps the zeros; in its place comes what stands before
    out.append(bound + value).setCharAt(at, before);
  }
}
