package org.jpacker.io.pcap;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;

/**
 * Splits, slices, filters and merges captures.
 *
 * <p>A plain capture file can be read by several threads ({@link #split}) or machines ({@link
 * #range}), each starting somewhere in the middle. Packets may contain anything, even capture
 * files, so a position from which records appear to follow is not proof of a record boundary. In a
 * pcap file, a position is accepted only if every possible chain of records leads through it; if
 * there is none, the record headers are followed from the start of the file. In a pcapng file they
 * always are, since an interface may be described anywhere.
 */
public final class Captures {
  /** Parts that are smaller are found by following all record headers. */
  private static final long SMALL = 2L * RecordBoundaries.SPAN;

  private Captures() {}

  /**
   * Divides a plain file into {@code n} captures that are read with the installed protocols.
   *
   * @see #split(Path, int, ProtocolRegistry)
   */
  public static List<Capture> split(Path file, int n) {
    return split(file, n, ProtocolRegistry.installed());
  }

  /**
   * Divides a plain file into {@code n} captures, in file order, with about the same number of
   * octets each. Together they contain each packet exactly once. Each can be read by a thread of
   * its own and opens the file when its first packet is requested. For a small file, some may be
   * empty.
   *
   * <p>If the file is damaged, the part with the damage throws after its last intact packet. Later
   * parts begin where records follow one another again, if anywhere.
   *
   * <p>A file crafted to mislead, whose packets look more like records than the records do, may be
   * divided in the wrong place; the part before that place then throws at its end. {@link
   * CaptureIndex#split} divides even such files correctly.
   *
   * @throws CaptureException if it is not a capture, is compressed or is not a regular file
   */
  public static List<Capture> split(Path file, int n, ProtocolRegistry registry) {
    if (n < 1) {
      throw new IllegalArgumentException("a file has at least 1 part, not " + n);
    }
    try (RecordChain records = RecordChain.open(file)) {
      long[] wanted = new long[n];
      for (int i = 0; i < n; i++) {
        wanted[i] = part(records.size, i, n);
      }
      RecordWalk.Marks marks = boundaries(records, records.size / n >= SMALL, wanted);
      List<Capture> parts = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        long end = i + 1 < n ? marks.boundaries()[i + 1] : records.size;
        parts.add(part(file, registry, marks, marks.boundaries()[i], end));
      }
      return parts;
    }
  }

  /** Start of part i of n equal parts, computed without overflow. */
  private static long part(long size, int i, int n) {
    return size / n * i + size % n * i / n;
  }

  private static RecordWalk.Marks boundaries(RecordChain records, boolean large, long... wanted) {
    long[] found = new long[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      found[i] = large ? records.certain(wanted[i]) : RecordChain.NONE;
      if (found[i] == RecordChain.NONE) {
        return RecordWalk.of(records, wanted);
      }
    }
    return new RecordWalk.Marks(found, RecordWalk.head(records));
  }

  private static Capture part(
      Path file, ProtocolRegistry registry, RecordWalk.Marks marks, long from, long end) {
    List<Extent> extents = new ArrayList<>(Extent.before(marks.context(), from));
    extents.add(new Extent(from, end));
    return new PartCapture(file, extents, registry);
  }

  /**
   * The packets in a range of octets, for programs that distribute ranges to machines. Ranges that
   * cover the file without gaps or overlaps together contain each packet exactly once. Packets are
   * assigned in chunks of two megabytes of the file: a range that does not contain the start of a
   * chunk is empty, and the range with offset 0 of a small file contains everything.
   *
   * <p>In pcap, usually only the ends of the range are examined; in pcapng, all record headers
   * before its end are. {@link CaptureIndex#split} may be the better choice there. Damage and
   * misleading files are handled as in {@link #split(Path, int, ProtocolRegistry)}.
   *
   * @param from offset of the first octet, from 0
   * @param to offset after the last octet
   * @throws CaptureException if it is not a capture, is compressed or is not a regular file
   */
  public static Capture range(Path file, long from, long to, ProtocolRegistry registry) {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("not a range: " + from + " to " + to);
    }
    try (RecordChain records = RecordChain.open(file)) {
      RecordWalk.Marks marks = gridMarks(records, from, to);
      return part(file, registry, marks, marks.boundaries()[0], marks.boundaries()[1]);
    }
  }

  /**
   * Offset of the first record of a range that begins at {@code offset}. Does not decrease as
   * {@code offset} grows.
   *
   * @throws CaptureException if it is not a capture, is compressed or is not a regular file
   */
  public static long boundary(Path file, long offset) {
    try (RecordChain records = RecordChain.open(file)) {
      return gridMarks(records, offset).boundaries()[0];
    }
  }

  /**
   * Places are rounded to a grid on which each answer lies before the next place. The answer for a
   * place is thus independent of the caller, and answers are in the order of places. Answers that
   * are not certain at once are found in a single walk.
   */
  private static RecordWalk.Marks gridMarks(RecordChain records, long... offsets) {
    long[] places = LongStream.of(offsets).map(at -> onGrid(Math.min(at, records.size))).toArray();
    long behind = records.size - records.size % RecordBoundaries.SPAN;
    long[] found =
        LongStream.of(places)
            .map(place -> place > 0 && place >= behind ? records.size : records.certain(place))
            .toArray();
    long[] walked =
        IntStream.range(0, places.length)
            .filter(i -> found[i] == RecordChain.NONE)
            .mapToLong(i -> places[i])
            .toArray();
    if (walked.length == 0) {
      return new RecordWalk.Marks(found, RecordWalk.head(records));
    }
    RecordWalk.Marks marks = RecordWalk.of(records, walked);
    for (int i = 0, next = 0; i < found.length; i++) {
      found[i] = found[i] == RecordChain.NONE ? marks.boundaries()[next++] : found[i];
    }
    return new RecordWalk.Marks(found, marks.context());
  }

  private static long onGrid(long offset) {
    return (offset + RecordBoundaries.SPAN - 1) / RecordBoundaries.SPAN * RecordBoundaries.SPAN;
  }

  /**
   * The packets in a range of numbers, counted from 1. Closing the result closes {@code capture}.
   *
   * @param first number of the first packet
   * @param last number of the last packet, which may be beyond the end
   */
  public static Capture slice(Capture capture, long first, long last) {
    if (first < 1) {
      throw new IllegalArgumentException("packets are numbered from 1, not " + first);
    }
    return new NumberedSlice(capture, first, last);
  }

  /**
   * The packets with {@code from} &le; time &lt; {@code to}, in their order. Packets without a time
   * stamp are left out. Closing the result closes {@code capture}.
   */
  public static Capture slice(Capture capture, Instant from, Instant to) {
    return filter(capture, packet -> isWithin(packet, from, to));
  }

  private static boolean isWithin(Packet packet, Instant from, Instant to) {
    Instant time = packet.timestamp();
    return time != null && !time.isBefore(from) && time.isBefore(to);
  }

  /** The packets that match {@code wanted}. Closing the result closes {@code capture}. */
  public static Capture filter(Capture capture, Predicate<Packet> wanted) {
    return new Filtered(capture, wanted);
  }

  /**
   * Merges captures by time stamp. If each capture is sorted by time, so is the result; otherwise
   * the earliest of the next packets of all captures comes first. Packets with equal times come in
   * the order of the list. A packet without a time stamp follows the packet before it in its
   * capture. One packet of each capture is held in memory.
   *
   * <p>Interfaces are renumbered in the order of their first packets, so that interfaces of
   * different captures remain distinct; their link types may differ. If a capture is damaged, its
   * intact packets are merged with those of the others, and the exception is thrown at the end.
   *
   * <p>Closing the result closes all captures.
   */
  public static MergedCapture merge(List<? extends Capture> captures) {
    return new MergedCapture(captures);
  }

  private record Filtered(Capture capture, Predicate<Packet> wanted) implements Capture {
    @Override
    public Packet next() {
      Packet packet = capture.next();
      while (packet != null && !wanted.test(packet)) {
        packet = capture.next();
      }
      return packet;
    }

    @Override
    public void close() {
      capture.close();
    }
  }

  private static final class NumberedSlice implements Capture {
    private final Capture capture;
    private final long first;
    private final long last;
    private long passed;

    NumberedSlice(Capture capture, long first, long last) {
      this.capture = capture;
      this.first = first;
      this.last = last;
    }

    @Override
    public Packet next() {
      while (passed < last) {
        Packet packet = capture.next();
        if (packet == null) {
          return null;
        }
        if (++passed >= first) {
          return packet;
        }
      }
      return null;
    }

    @Override
    public void close() {
      capture.close();
    }
  }
}
