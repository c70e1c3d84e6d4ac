package org.jpacker.live;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import org.jpacker.api.Packet;

/**
 * Decides when the packets of a series are sent: at a rate, or as they were captured. The sender
 * calls {@link #await} before each packet. Serves one series; belongs to one thread.
 */
public final class Pace {
  private static final double NANOS = 1e9;

  /** Precision of sleeping, in nanoseconds; shorter waits spin. */
  private static final long SLACK = 100_000;

  /** Interval, in nanoseconds, at which a long wait checks whether to go on. */
  private static final long LONGEST_SLEEP = 100_000_000;

  /** Maximum delay, in nanoseconds, that is made up for; a longer one must not cause a burst. */
  private static final double MOST_BEHIND = 0.1 * NANOS;

  private enum Kind {
    UNLIMITED,
    PACKETS,
    BITS,
    CAPTURED
  }

  private final Kind kind;
  private final double factor;

  /** Longest gap between two packets of a series as captured, in nanoseconds. */
  private final double longest;

  /** Nanoseconds from the start of the series to the time when the next packet is due. */
  private double due;

  private long start;
  private boolean started;

  /** First time stamp of a series as captured; that packet is due at {@link #due}. */
  private long earliest = Packet.NO_TIME;

  /** When the latest packet of a series as captured was due, in nanoseconds from the start. */
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

  /** Packets one after the other, without waiting. */
  public static Pace unlimited() {
    return new Pace(Kind.UNLIMITED, 1);
  }

  /**
   * A fixed number of packets per second.
   *
   * @throws IllegalArgumentException if it is not a finite number above 0
   */
  public static Pace packetsPerSecond(double packets) {
    return new Pace(Kind.PACKETS, packets);
  }

  /**
   * A fixed number of bits per second, counting the octets of each packet.
   *
   * @throws IllegalArgumentException if it is not a finite number above 0
   */
  public static Pace bitsPerSecond(double bits) {
    return new Pace(Kind.BITS, bits);
  }

  /**
   * The gaps between the time stamps, divided by {@code speed}: 2 is twice as fast. A packet
   * without a time stamp, or with one before that of the first packet, is sent at once.
   *
   * @throws IllegalArgumentException if the speed is not a finite number above 0
   */
  public static Pace asCaptured(double speed) {
    return new Pace(Kind.CAPTURED, speed);
  }

  /**
   * A copy, for a series that has not begun, in which each packet is due at most {@code gap} after
   * the previous one: hours of silence in a capture need not take hours.
   */
  public Pace withGapsUpTo(Duration gap) {
    return new Pace(kind, factor, gap.getSeconds() * NANOS + gap.getNano());
  }

  /** Begins the series again: time stamps count from the next packet. */
  public void again() {
    earliest = Packet.NO_TIME;
  }

  /**
   * Waits until {@code packet} is due, or until {@code goOn} returns false.
   *
   * @param packet the packet
   * @param goOn called several times a second with the nanoseconds left; with 0 when the packet is
   *     due
   * @return whether the packet is due
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

  /**
   * When {@code packet} is due; this and {@code now} are in nanoseconds since the start of the
   * series.
   */
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
      // all later packets move forward, too
      due -= at - latest - longest;
      at = latest + longest;
    }
    latest = Math.max(latest, at);
    return Math.max(now, at);
  }
}
