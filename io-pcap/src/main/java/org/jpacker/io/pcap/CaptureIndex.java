package org.jpacker.io.pcap;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;

/**
 * An index of the packets in a plain capture file, by number and by time. Building it reads the
 * file once; afterwards packets from anywhere in the file are available without reading what comes
 * before. The index holds the offset of every n-th packet and the earliest and latest time of the
 * packets in between, so times may be in any order. It takes a few megabytes, regardless of the
 * size of the file. Immutable and safe for use by several threads. The file must not change.
 *
 * <p>For a damaged file, the index covers the packets before the damage; captures that extend to
 * the damage throw after the last of these packets.
 */
public final class CaptureIndex {
  private static final int MOST_ENTRIES = 1 << 16;
  private static final int FIRST_STEP = 64;

  /**
   * A run of consecutive packets.
   *
   * @param number number of the first packet, from 1
   * @param at offset of the first record; blocks may precede the packet
   * @param earliest earliest time, or {@link Long#MAX_VALUE} if no packet has one
   * @param latest latest time, or {@link Packet#NO_TIME} if no packet has one
   */
  private record Entry(long number, long at, long earliest, long latest) {
    Entry and(long time) {
      return time == Packet.NO_TIME
          ? this
          : new Entry(number, at, Math.min(earliest, time), Math.max(latest, time));
    }

    Entry and(Entry next) {
      return new Entry(
          number, at, Math.min(earliest, next.earliest), Math.max(latest, next.latest));
    }
  }

  private final Path file;
  private final ProtocolRegistry registry;
  private final List<Entry> entries;
  private final List<Extent> context;
  private final long packets;
  private final long size;

  private CaptureIndex(
      Path file,
      ProtocolRegistry registry,
      List<Entry> entries,
      List<Extent> context,
      long packets,
      long size) {
    this.file = file;
    this.registry = registry;
    this.entries = entries;
    this.context = context;
    this.packets = packets;
    this.size = size;
  }

  /**
   * Indexes a file that is read with the installed protocols.
   *
   * @throws CaptureException if it is not a capture, is compressed or is not a regular file
   */
  public static CaptureIndex of(Path file) {
    return of(file, ProtocolRegistry.installed());
  }

  /**
   * Indexes a file that is read with the protocols of {@code registry}.
   *
   * @throws CaptureException if it is not a capture, is compressed or is not a regular file
   */
  public static CaptureIndex of(Path file, ProtocolRegistry registry) {
    try (RecordChain records = RecordChain.open(file);
        FileCapture capture = Pcap.open(file, ProtocolRegistry.of())) {
      List<Entry> entries = new ArrayList<>();
      entries.add(new Entry(1, records.first(), Long.MAX_VALUE, Packet.NO_TIME));
      long packets = read(capture, entries);
      return new CaptureIndex(
          file,
          registry,
          List.copyOf(entries),
          List.copyOf(capture.context()),
          packets,
          records.size);
    }
  }

  /** Reads to the end of the file or to damage, and returns the number of packets. */
  private static long read(FileCapture capture, List<Entry> entries) {
    long step = FIRST_STEP;
    long packets = 0;
    while (true) {
      long at = capture.input.offset();
      Packet packet;
      try {
        packet = capture.next();
      } catch (CaptureException e) {
        return packets;
      }
      if (packet == null) {
        return packets;
      }
      if (packets > 0 && packets % step == 0) {
        if (entries.size() == MOST_ENTRIES) {
          halve(entries);
          step *= 2;
        }
        if (packets % step == 0) {
          entries.add(new Entry(packets + 1, at, Long.MAX_VALUE, Packet.NO_TIME));
        }
      }
      packets++;
      int last = entries.size() - 1;
      entries.set(last, entries.get(last).and(packet.timestampNanos()));
    }
  }

  private static void halve(List<Entry> entries) {
    for (int i = 0; i < MOST_ENTRIES / 2; i++) {
      entries.set(i, entries.get(2 * i).and(entries.get(2 * i + 1)));
    }
    entries.subList(MOST_ENTRIES / 2, MOST_ENTRIES).clear();
  }

  /** Number of packets in the file, up to damage if there is any. */
  public long packets() {
    return packets;
  }

  /**
   * The packets in a range of numbers, counted from 1 at the start of the file.
   *
   * @param first number of the first packet
   * @param last number of the last packet, which may be beyond the end
   */
  public Capture slice(long first, long last) {
    if (first < 1) {
      throw new IllegalArgumentException("packets are numbered from 1, not " + first);
    }
    int from = entryOf(first);
    int to = last >= packets ? entries.size() : entryOf(last) + 1;
    if (last < first || first > packets && packets > 0) {
      return part(List.of());
    }
    long before = entries.get(from).number - 1;
    return Captures.slice(part(List.of(extent(from, to))), first - before, last - before);
  }

  /** Index of the entry that contains the packet with this number. */
  private int entryOf(long number) {
    int low = 0;
    int high = entries.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (entries.get(middle).number <= number) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The packets with {@code from} &le; time &lt; {@code to}, in file order. */
  public Capture slice(Instant from, Instant to) {
    long first = nanos(from);
    long end = nanos(to);
    List<Extent> wanted = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.earliest < end && entry.latest >= first) {
        wanted.add(extent(i, i + 1));
      }
    }
    return Captures.slice(part(wanted), from, to);
  }

  /** Nanoseconds since 1970, clamped to the range of a long. */
  private static long nanos(Instant time) {
    try {
      return Math.addExact(
          Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    } catch (ArithmeticException e) {
      return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /**
   * Divides the file into {@code n} captures, in file order, with about the same number of packets
   * each. Together they contain each packet exactly once, whatever the contents of the packets.
   */
  public List<Capture> split(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("a file has at least 1 part, not " + n);
    }
    List<Capture> parts = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int from = (int) ((long) entries.size() * i / n);
      int to = (int) ((long) entries.size() * (i + 1) / n);
      parts.add(part(from == to ? List.of() : List.of(extent(from, to))));
    }
    return parts;
  }

  /** The extent from one entry up to, but not including, another. */
  private Extent extent(int from, int to) {
    return new Extent(entries.get(from).at, to < entries.size() ? entries.get(to).at : size);
  }

  /** The packets in some extents, preceded by the context needed to read them. */
  private Capture part(List<Extent> wanted) {
    if (wanted.isEmpty()) {
      return new PartCapture(file, List.of(new Extent(size, size)), registry);
    }
    List<Extent> all = new ArrayList<>(wanted);
    all.addAll(Extent.before(context, wanted.get(wanted.size() - 1).from()));
    all.sort(
        Comparator.comparingLong(Extent::from)
            .thenComparing(Extent::to, Comparator.reverseOrder()));
    List<Extent> extents = new ArrayList<>();
    for (Extent extent : all) {
      Extent last = extents.isEmpty() ? null : extents.get(extents.size() - 1);
      if (last == null || extent.from() > last.to()) {
        extents.add(extent);
      } else if (extent.to() > last.to()) {
        extents.set(extents.size() - 1, new Extent(last.from(), extent.to()));
      }
    }
    return new PartCapture(file, extents, registry);
  }

  /** The file name and the number of packets. */
  @Override
  public String toString() {
    return file + ": " + packets + " packets";
  }
}
