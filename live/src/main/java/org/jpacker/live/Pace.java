package org.jpacker.live;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import org.jpacker.api.Packet;

/**
 * When the packets of a series are sent: at a rate, or as they were captured. Whoever sends calls
 * {@link #await} before each packet. Serves one series; belongs to one thread.
 */
public final class Pace {
  private static final double NANOS = 1e9;

  /** Sleeping is no more exact than this; the rest is waited out. */
  private static final long SLACK = 100_000;

  /** How often it is asked, in a long wait, whether to go on. */
  private static final long LONGEST_SLEEP = 100_000_000;

  /** What may be made up for; who is further behind is not to send all that at once. */
  private static final double MOST_BEHIND = 0.1 * NANOS;

  private enum Kind {
    UNLIMITED,
    PACKETS,
    BITS,
    CAPTURED
  }

  private final Kind kind;
  private final double factor;

  /** The longest distance between two packets of a series as captured, in nanoseconds. */
  private final double longest;

  /** Nanoseconds from the start of the series to when the next packet is due. */
  private double due;

  private long start;
  private boolean started;

  /** The first time stamp of a series as captured, which is due at {@link #due}. */
  private long earliest = Packet.NO_TIME;

  /** When the latest packet of a series as captured was due. */
  private double latest;

  private Pace(Kind kind, double factor) {
    this(kind, factor, Double.POSITIVE_INFINITY);
  }

  private Pace(Kind kind, double factor, double longest) {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("a pace is a number above 0, not " + factor);
    }
    this.kind = kind;
    this.factor = factor;
    this.longest = longest;
  }

  /** One after the other without waiting. */
  public static Pace unlimited() {
    return new Pace(Kind.UNLIMITED, 1);
  }

  /** So many packets a second. */
  public static Pace packetsPerSecond(double packets) {
    return new Pace(Kind.PACKETS, packets);
  }

  /** So many bits a second, counting the octets of the packets as they are. */
  public static Pace bitsPerSecond(double bits) {
    return new Pace(Kind.BITS, bits);
  }

  /**
   * With the distances that the time stamps have, divided by {@code speed}: 2 is twice as fast. A
   * packet without time, or with one before that of the first, is not waited for.
   */
  public static Pace asCaptured(double speed) {
    return new Pace(Kind.CAPTURED, speed);
  }

  /**
   * The same for a series that has yet to begin, in which no packet is due later than {@code gap}
   * after the one before it: what was captured with hours in between need not take hours.
   */
  public Pace withGapsUpTo(Duration gap) {
    return new Pace(kind, factor, gap.getSeconds() * NANOS + gap.getNano());
  }

  /** Says that the series begins again: time stamps count from the next packet. */
  public void again() {
    earliest = Packet.NO_TIME;
  }

  /**
   * Waits until {@code packet} is due, or until {@code goOn} says no.
   *
   * @param goOn is asked a few times a second, and told the nanoseconds that are left; 0 when the
   *     packet is due
   * @return whether it is due
   */
  public boolean await(Packet packet, LongPredicate goOn) {
    if (!started) {
      started = true;
      start = System.nanoTime();
    }
    double now = System.nanoTime() - start;
    long at = (long) due(packet, now);
    for (long left = at - (long) now; left > 0; left = at - (System.nanoTime() - start)) {
      if (!goOn.test(left)) {
        return false;
      }
      if (left > SLACK) {
        LockSupport.parkNanos(Math.min(left - SLACK, LONGEST_SLEEP));
      } else {
        Thread.onSpinWait();
      }
    }
    return goOn.test(0);
  }

  /** When {@code packet} is due, both in nanoseconds since the start of the series. */
  double due(Packet packet, double now) {
    if (kind == Kind.UNLIMITED) {
      return now;
    }
    if (kind == Kind.CAPTURED) {
      return dueAsCaptured(packet, now);
    }
    double at = Math.max(due, now - MOST_BEHIND);
    double step = kind == Kind.PACKETS ? 1 : packet.length() * 8.0;
    due = at + step * NANOS / factor;
    return at;
  }

  private double dueAsCaptured(Packet packet, double now) {
    if (packet.timestampNanos() == Packet.NO_TIME) {
      return now;
    }
    long time = packet.timestampNanos();
    if (earliest == Packet.NO_TIME) {
      earliest = time;
      due = now;
      latest = now;
    }
    double at = due + (time - earliest) / factor;
    if (at - latest > longest) {
      // all that follow are due earlier, too
      due -= at - latest - longest;
      at = latest + longest;
    }
    latest = Math.max(latest, at);
    return Math.max(now, at);
  }
}
