package org.jpacker.live;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How to open an interface. Start from {@link #DEFAULTS} and change what should be otherwise:
 *
 * <pre>{@code
 * LiveOptions.DEFAULTS.filter("udp port 53").snaplen(96)
 * }</pre>
 *
 * <p>Each name is a getter, and with a parameter makes a changed copy. A back end that cannot do
 * what an option asks refuses to open and says which; wishes that change no packet ({@link
 * #bufferSize}, {@link #immediate}, {@link #nanoseconds}) are met as well as it can.
 *
 * @param snaplen octets of each packet to keep, from 1 to {@link #MOST_SNAPLEN}; the rest is cut
 *     off
 * @param promiscuous whether to see packets for other stations too
 * @param immediate whether packets are handed out as soon as they come, give or take some
 *     milliseconds, instead of in batches that cost less
 * @param bufferSize octets of the buffer in the kernel, which holds packets until they are read
 * @param readTimeout how long a batch may wait for more packets; not used with {@code immediate}
 * @param direction which packets to see
 * @param nanoseconds whether time stamps in nanoseconds are asked for; otherwise they may be in
 *     microseconds
 * @param filter an expression in the language of pcap-filter, applied in the kernel where that is
 *     possible; empty for all packets
 * @param queue packets that wait at most between the thread that captures and the one that reads; 0
 *     for no queue: whoever reads captures
 * @param overflow what happens to a packet that finds the queue full
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

  /** More is no packet. */
  public static final int MOST_SNAPLEN = 262_144;

  /** Which packets to see, as seen from this machine. */
  public enum Direction {
    BOTH,
    IN,
    OUT
  }

  /** What happens to a packet that finds the queue full. */
  public enum Overflow {
    /** Capturing pauses until there is room; packets are then dropped by the kernel, if at all. */
    WAIT,
    /** The packet is dropped. */
    DROP_NEWEST,
    /** The packet that has waited for the longest is dropped in its place. */
    DROP_OLDEST
  }

  /** Whole packets, promiscuous, in batches of up to 100 ms, 8 MiB of buffer, no queue. */
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

  /** Refuses what makes no sense, naming the option. */
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

  public LiveOptions snaplen(int octets) {
    return with(draft -> draft.snaplen = octets);
  }

  public LiveOptions promiscuous(boolean all) {
    return with(draft -> draft.promiscuous = all);
  }

  public LiveOptions immediate(boolean atOnce) {
    return with(draft -> draft.immediate = atOnce);
  }

  public LiveOptions bufferSize(int octets) {
    return with(draft -> draft.bufferSize = octets);
  }

  public LiveOptions readTimeout(Duration atMost) {
    return with(draft -> draft.readTimeout = atMost);
  }

  public LiveOptions direction(Direction seen) {
    return with(draft -> draft.direction = seen);
  }

  public LiveOptions nanoseconds(boolean precise) {
    return with(draft -> draft.nanoseconds = precise);
  }

  public LiveOptions filter(String expression) {
    return with(draft -> draft.filter = expression);
  }

  /** A copy with a queue of {@code packets} packets, or none for 0. */
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

  /** What a copy will be: the one place besides the record that names all options. */
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
