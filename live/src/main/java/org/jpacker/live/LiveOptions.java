package org.jpacker.live;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How to open an interface. Start from {@link #DEFAULTS} and change what should differ:
 *
 * <pre>{@code
 * LiveOptions.DEFAULTS.filter("udp port 53").snaplen(96)
 * }</pre>
 *
 * <p>Each name is both an accessor and, with a parameter, a method that returns a changed copy. A
 * back end that cannot honour an option refuses to open and names it. Options that do not affect
 * the contents of packets ({@link #bufferSize}, {@link #immediate}, {@link #nanoseconds}) are
 * honoured as far as possible.
 *
 * @param snaplen octets to keep of each packet, 1 to {@link #MOST_SNAPLEN}; the rest is cut off
 * @param promiscuous whether to capture packets addressed to other stations
 * @param immediate whether packets are delivered within some milliseconds of their arrival, instead
 *     of in batches that cost less
 * @param bufferSize size in octets of the kernel's buffer, which holds packets until they are read
 * @param readTimeout how long a batch may wait for more packets; ignored if {@code immediate}
 * @param direction which packets to capture
 * @param nanoseconds whether time stamps in nanoseconds are requested; otherwise they may be in
 *     microseconds
 * @param filter an expression in pcap-filter syntax, applied in the kernel where possible; empty
 *     for all packets
 * @param queue maximum number of packets waiting between the thread that captures and the one that
 *     reads; 0 for no queue, so that the reading thread captures
 * @param overflow what happens to a packet when the queue is full
 */
public record LiveOptions(
    int snaplen,
    boolean promiscuous,
    boolean immediate,
    int bufferSize,
    Duration readTimeout,
    Direction direction,
    boolean nanoseconds,
    String filter,
    int queue,
    Overflow overflow) {

  /** Largest snapshot length, in octets. */
  public static final int MOST_SNAPLEN = 262_144;

  /** Which packets to capture, as seen from this machine. */
  public enum Direction {
    /** Incoming and outgoing packets. */
    BOTH,
    /** Incoming packets. */
    IN,
    /** Outgoing packets. */
    OUT
  }

  /** What happens to a packet when the queue is full. */
  public enum Overflow {
    /** Capturing pauses until there is room; meanwhile the kernel may drop packets. */
    WAIT,
    /** The new packet is dropped. */
    DROP_NEWEST,
    /** The packet that has waited longest is dropped, and the new one takes its place. */
    DROP_OLDEST
  }

  /** Whole packets, promiscuous, in batches of up to 100 ms, 8 MiB of buffer, without a queue. */
  public static final LiveOptions DEFAULTS =
      new LiveOptions(
          MOST_SNAPLEN,
          true,
          false,
          8 << 20,
          Duration.ofMillis(100),
          Direction.BOTH,
          true,
          "",
          0,
          Overflow.WAIT);

  /**
   * Checks the ranges of the options.
   *
   * @throws IllegalArgumentException if one is out of range; the message names it
   */
  public LiveOptions {
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(overflow, "overflow");
    check("snaplen", snaplen, 1, MOST_SNAPLEN);
    check("bufferSize", bufferSize, 4096, 1 << 30);
    check("readTimeout in milliseconds", readTimeout.toMillis(), 1, 60_000);
    check("queue", queue, 0, 1 << 24);
  }

  private static void check(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          option + " is from " + least + " to " + most + ", not " + value);
    }
  }

  /**
   * A copy that keeps {@code octets} octets of each packet.
   *
   * @throws IllegalArgumentException if that is less than 1 or more than {@link #MOST_SNAPLEN}
   */
  public LiveOptions snaplen(int octets) {
    return with(draft -> draft.snaplen = octets);
  }

  /**
   * A copy that captures packets addressed to other stations if {@code all}, and otherwise does
   * not.
   */
  public LiveOptions promiscuous(boolean all) {
    return with(draft -> draft.promiscuous = all);
  }

  /** A copy that delivers packets as they arrive if {@code atOnce}, and otherwise in batches. */
  public LiveOptions immediate(boolean atOnce) {
    return with(draft -> draft.immediate = atOnce);
  }

  /**
   * A copy with a kernel buffer of {@code octets} octets.
   *
   * @throws IllegalArgumentException if that is less than 4 KiB or more than 1 GiB
   */
  public LiveOptions bufferSize(int octets) {
    return with(draft -> draft.bufferSize = octets);
  }

  /**
   * A copy in which a batch waits at most {@code atMost} for more packets.
   *
   * @throws IllegalArgumentException if that is less than a millisecond or more than a minute
   */
  public LiveOptions readTimeout(Duration atMost) {
    return with(draft -> draft.readTimeout = atMost);
  }

  /** A copy that captures packets of one direction, or of both. */
  public LiveOptions direction(Direction seen) {
    return with(draft -> draft.direction = seen);
  }

  /**
   * A copy that requests time stamps in nanoseconds if {@code precise}, and otherwise accepts
   * microseconds.
   */
  public LiveOptions nanoseconds(boolean precise) {
    return with(draft -> draft.nanoseconds = precise);
  }

  /** A copy with a filter in pcap-filter syntax; an empty one matches all packets. */
  public LiveOptions filter(String expression) {
    return with(draft -> draft.filter = expression);
  }

  /**
   * A copy with a queue of {@code packets} packets, or without one for 0.
   *
   * @throws IllegalArgumentException if the number is negative or above 16,777,216
   */
  public LiveOptions queue(int packets, Overflow whenFull) {
    return with(
        draft -> {
          draft.queue = packets;
          draft.overflow = whenFull;
        });
  }

  private LiveOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /** A copy under construction: the only place besides the record that lists all options. */
  private static final class Draft {
    int snaplen;
    boolean promiscuous;
    boolean immediate;
    int bufferSize;
    Duration readTimeout;
    Direction direction;
    boolean nanoseconds;
    String filter;
    int queue;
    Overflow overflow;

    Draft(LiveOptions from) {
      snaplen = from.snaplen;
      promiscuous = from.promiscuous;
      immediate = from.immediate;
      bufferSize = from.bufferSize;
      readTimeout = from.readTimeout;
      direction = from.direction;
      nanoseconds = from.nanoseconds;
      filter = from.filter;
      queue = from.queue;
      overflow = from.overflow;
    }

    LiveOptions options() {
      return new LiveOptions(
          snaplen,
          promiscuous,
          immediate,
          bufferSize,
          readTimeout,
          direction,
          nanoseconds,
          filter,
          queue,
          overflow);
    }
  }
}
