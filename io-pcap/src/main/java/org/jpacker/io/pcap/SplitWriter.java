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
 * Distributes packets to several files: in sequence, with a limit on packets, octets or time for
 * each file, or by a key of the packet, such as its flow. A file is created when its first packet
 * is written.
 */
public final class SplitWriter implements PacketWriter {

  /** Opens the files of {@link SplitWriter#byKey}. */
  public interface KeyedFiles<K> {

    /**
     * Opens the file of a key.
     *
     * @param key the key shared by all packets of the file
     * @param number number of the key in order of first appearance, from 0
     * @param again whether the file was written before and closed because too many were open; the
     *     writer must then append to it
     */
    PacketWriter open(K key, long number, boolean again);
  }

  /** The open files: a single one, or one for each key. */
  private interface Writers {
    PacketWriter of(Packet packet);

    void flush();

    void close();
  }

  /** Decides whether a packet no longer fits the current file. */
  private interface Limit {
    boolean isPassedBy(Packet packet);
  }

  private final Writers writers;

  private SplitWriter(Writers writers) {
    this.writers = writers;
  }

  /**
   * Files of {@code count} packets; the last has the remainder.
   *
   * @param files opens the file with a number, from 0
   * @throws IllegalArgumentException if {@code count} is less than 1
   */
  public static SplitWriter byCount(long count, LongFunction<PacketWriter> files) {
    return inTurn(files, room(count, packet -> 1));
  }

  /**
   * Files with packets of at most {@code octets} octets in total, or with a single larger packet.
   * The overhead of the format is not counted.
   *
   * @param files opens the file with a number, from 0
   * @throws IllegalArgumentException if {@code octets} is less than 1
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
   * Files for consecutive periods, starting with the time of the first packet. A period without
   * packets has no file. A packet that is late or has no time stamp goes to the current file.
   *
   * @param files opens the file with a number, from 0
   * @throws IllegalArgumentException if the period is less than a nanosecond
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
      throw new IllegalArgumentException("the limit of a file is at least 1, not " + limit);
    }
    return limit;
  }

  private static SplitWriter inTurn(LongFunction<PacketWriter> files, Limit limit) {
    return new SplitWriter(new InTurn(files, limit));
  }

  /**
   * A file for each key, such as a {@code FlowKey} of the module flow.
   *
   * @param key computes the key of a packet; any object with {@code equals} and {@code hashCode}
   * @param most maximum number of open files; beyond it, the least recently used file is closed
   * @param files opens the file of a key
   * @throws IllegalArgumentException if {@code most} is less than 1
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

    /** In access order, least recently used first. */
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

    /** Closes all files, even if closing one of them fails. */
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
