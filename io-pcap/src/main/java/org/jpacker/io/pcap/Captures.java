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
 * Divides captures, and puts them together.
 *
 * <p>A plain capture file can be read by several threads ({@link #split}) or machines ({@link
 * #range}), each from a place in the middle. Packets may hold anything, capture files too, so that
 * a place from which records seem to follow is no proof. In a pcap file a place is taken only where
 * every chain of records that is possible there leads through it, and where there is no such place
 * the record headers are followed from the start of the file; in a pcapng file they always are,
 * since an interface may be described anywhere.
 */
public final class Captures {
  /** Parts that are smaller are found by following all record headers. */
  private static final long SMALL = 2L * RecordBoundaries.SPAN;

  private Captures() {}

  /**
   * Divides a plain file into {@code n} captures, to be read with the installed protocols.
   *
   * @see #split(Path, int, ProtocolRegistry)
   */
  public static List<Capture> split(Path file, int n) {
    return split(file, n, ProtocolRegistry.installed());
  }

  /**
   * Divides a plain file into {@code n} captures that together give each packet exactly once, in
   * the order of the file and each about as many octets. Each can be read by a thread of its own,
   * and opens the file when it is first asked for a packet. Of a small file some may be empty.
   *
   * <p>If the file is damaged, the part that holds the damage throws behind its last whole packet.
   * Parts behind it give the packets from where records follow one another again, if they do.
   *
   * <p>A file made for the purpose, whose packets look more like records than its records do, is
   * divided wrongly; then the part before the wrong place throws at its end. {@link
   * CaptureIndex#split} divides even that one.
   *
   * @throws CaptureException if it is no capture, or compressed, or no regular file
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

  /** The i-th of n even parts, without overflow. */
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
   * The packets of a range of octets, for programs that hand out such ranges to machines. Ranges
   * that together cover the file, without gap and overlap, give each packet exactly once. What is
   * shared out are stretches of two megabytes of the file: a range that holds the start of none is
   * empty, and of a small file the range with offset 0 has all.
   *
   * <p>In pcap only the ends of the range are looked at, as a rule; in pcapng all record headers
   * before its end. {@link CaptureIndex#split} may be the better way there. For damage and files
   * made to mislead see {@link #split(Path, int, ProtocolRegistry)}.
   *
   * @param from offset of the first octet, from 0
   * @param to offset behind the last octet
   * @throws CaptureException if it is no capture, or compressed, or no regular file
   */
  public static Capture range(Path file, long from, long to, ProtocolRegistry registry) {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no range: " + from + " to " + to);
    }
    try (RecordChain records = RecordChain.open(file)) {
      RecordWalk.Marks marks = gridMarks(records, from, to);
      return part(file, registry, marks, marks.boundaries()[0], marks.boundaries()[1]);
    }
  }

  /**
   * Where the packets of a range that begins at {@code offset} begin: the offset of a record. Does
   * not descend as {@code offset} grows.
   *
   * @throws CaptureException if it is no capture, or compressed, or no regular file
   */
  public static long boundary(Path file, long offset) {
    try (RecordChain records = RecordChain.open(file)) {
      return gridMarks(records, offset).boundaries()[0];
    }
  }

  /**
   * On a grid, each of whose places has an answer before the next one: the answer for a place does
   * not depend on who asks, and answers are in the order of the places. Those that are not certain
   * at once are found in one walk.
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
   * The packets with these numbers, the first of a capture being 1. Closing closes {@code capture}.
   *
   * @param first number of the first packet
   * @param last number of the last packet, which may lie behind the end
   */
  public static Capture slice(Capture capture, long first, long last) {
    if (first < 1) {
      throw new IllegalArgumentException("packets are numbered from 1, not " + first);
    }
    return new NumberedSlice(capture, first, last);
  }

  /**
   * The packets from {@code from} on that are earlier than {@code to}, in their order. Packets
   * without time are none of them. Closing closes {@code capture}.
   */
  public static Capture slice(Capture capture, Instant from, Instant to) {
    return filter(capture, packet -> isWithin(packet, from, to));
  }

  private static boolean isWithin(Packet packet, Instant from, Instant to) {
    Instant time = packet.timestamp();
    return time != null && !time.isBefore(from) && time.isBefore(to);
  }

  /** The packets that {@code wanted} holds for. Closing closes {@code capture}. */
  public static Capture filter(Capture capture, Predicate<Packet> wanted) {
    return new Filtered(capture, wanted);
  }

  /**
   * The packets of several captures in the order of their times, where each capture is in that
   * order itself; otherwise the earliest of those that come next. Of packets with the same time the
   * one whose capture stands first in the list comes first. A packet without time stays behind the
   * one before it. One packet of each capture is held.
   *
   * <p>Interfaces are numbered anew, in the order in which their first packets come, so that those
   * of different captures can be told apart; their link types may differ. If a capture is damaged,
   * what was whole is merged with all of the others, and the damage is thrown at the end.
   *
   * <p>Closing closes all captures.
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
