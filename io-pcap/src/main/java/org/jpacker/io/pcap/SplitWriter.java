package org.jpacker.io.pcap;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;

/**
 * Writes packets into several files: the next one begins after so many packets, so many octets or
 * so long a time, or each packet goes to the file of its key, such as its flow. Files are made when
 * their first packet comes.
 */
public final class SplitWriter implements PacketWriter {

  /** Makes the files of {@link SplitWriter#byKey}. */
  public interface KeyedFiles<K> {

    /**
     * Opens the file of a key.
     *
     * @param key what packets of this file have in common
     * @param number of the key, in the order in which they came, from 0
     * @param again whether the file was there before and closed, since too many were open: then it
     *     goes on behind what was written
     */
    PacketWriter open(K key, long number, boolean again);
  }

  /** Files that are open: one, or one for each key. */
  private interface Writers {
    PacketWriter of(Packet packet);

    void flush();

    void close();
  }

  /** Whether a packet has no room in the file any more that is being written. */
  private interface Limit {
    boolean isPassedBy(Packet packet);
  }

  private final Writers writers;

  private SplitWriter(Writers writers) {
    this.writers = writers;
  }

  /**
   * Files of {@code count} packets, the last of what is left.
   *
   * @param files makes the file of a number, from 0
   */
  public static SplitWriter byCount(long count, LongFunction<PacketWriter> files) {
    return inTurn(files, room(count, packet -> 1));
  }

  /**
   * Files whose packets have at most {@code octets} octets together, or a single packet that has
   * more. What the format adds is not counted.
   *
   * @param files makes the file of a number, from 0
   */
  public static SplitWriter byOctets(long octets, LongFunction<PacketWriter> files) {
    return inTurn(files, room(octets, Packet::length));
  }

  private static Limit room(long most, ToLongFunction<Packet> size) {
    positive(most);
    return new Limit() {
      private long used;

      @Override
      public boolean isPassedBy(Packet packet) {
        long more = size.applyAsLong(packet);
        boolean isPassed = used > 0 && more > most - used;
        used = isPassed ? more : used + more;
        return isPassed;
      }
    };
  }

  /**
   * Files of periods that follow one another, from the first packet's time on. A period without
   * packets has no file. A packet that is late, or has no time, goes to the file that is there.
   *
   * @param files makes the file of a number, from 0
   */
  public static SplitWriter byTime(Duration period, LongFunction<PacketWriter> files) {
    long nanos = positive(period.toNanos());
    return inTurn(
        files,
        new Limit() {
          private long start = Packet.NO_TIME;
          private long current;

          @Override
          public boolean isPassedBy(Packet packet) {
            long time = packet.timestampNanos();
            if (time == Packet.NO_TIME) {
              return false;
            }
            if (start == Packet.NO_TIME) {
              start = time;
            }
            long number = Math.floorDiv(time - start, nanos);
            boolean isPassed = number > current;
            current = Math.max(current, number);
            return isPassed;
          }
        });
  }

  private static long positive(long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a file holds at least 1, not " + limit);
    }
    return limit;
  }

  private static SplitWriter inTurn(LongFunction<PacketWriter> files, Limit limit) {
    return new SplitWriter(new InTurn(files, limit));
  }

  /**
   * A file for each key, such as {@code FlowKey} of core gives.
   *
   * @param key what packets of one file have in common; any object with {@code equals}
   * @param most files that are open at the same time; beyond that the one whose last packet is
   *     longest ago is closed
   * @param files opens the file of a key
   */
  public static <K> SplitWriter byKey(Function<Packet, K> key, int most, KeyedFiles<K> files) {
    return new SplitWriter(new ByKey<>(key, (int) positive(most), files));
  }

  @Override
  public void write(Packet packet) {
    writers.of(packet).write(packet);
  }

  @Override
  public void flush() {
    writers.flush();
  }

  @Override
  public void close() {
    writers.close();
  }

  private static final class InTurn implements Writers {
    private final LongFunction<PacketWriter> files;
    private final Limit limit;
    private PacketWriter current;
    private long number;

    InTurn(LongFunction<PacketWriter> files, Limit limit) {
      this.files = files;
      this.limit = limit;
    }

    @Override
    public PacketWriter of(Packet packet) {
      if (limit.isPassedBy(packet)) {
        close();
      }
      if (current == null) {
        current = files.apply(number++);
      }
      return current;
    }

    @Override
    public void flush() {
      if (current != null) {
        current.flush();
      }
    }

    @Override
    public void close() {
      if (current != null) {
        PacketWriter last = current;
        current = null;
        last.close();
      }
    }
  }

  private static final class ByKey<K> implements Writers {
    private final Function<Packet, K> key;
    private final int most;
    private final KeyedFiles<K> files;
    private final Map<K, Long> numbers = new HashMap<>();

    /** The one that was used longest ago first. */
    private final Map<K, PacketWriter> open = new LinkedHashMap<>(16, 0.75f, true);

    ByKey(Function<Packet, K> key, int most, KeyedFiles<K> files) {
      this.key = key;
      this.most = most;
      this.files = files;
    }

    @Override
    public PacketWriter of(Packet packet) {
      K of = key.apply(packet);
      PacketWriter writer = open.get(of);
      if (writer == null) {
        if (open.size() == most) {
          K oldest = open.keySet().iterator().next();
          open.remove(oldest).close();
        }
        Long number = numbers.get(of);
        boolean again = number != null;
        if (!again) {
          number = (long) numbers.size();
          numbers.put(of, number);
        }
        writer = files.open(of, number, again);
        open.put(of, writer);
      }
      return writer;
    }

    @Override
    public void flush() {
      open.values().forEach(PacketWriter::flush);
    }

    /** All of them, even if one fails. */
    @Override
    public void close() {
      CaptureException failure = null;
      for (PacketWriter writer : open.values()) {
        try {
          writer.close();
        } catch (CaptureException e) {
          failure = failure == null ? e : failure;
        }
      }
      open.clear();
      if (failure != null) {
        throw failure;
      }
    }
  }
}
