package org.jpacker.io.pcap;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Follows the record headers of a file, in several stretches at the same time.
 *
 * <p>A stretch in the middle begins at a guess. When the stretch before it ends, it is known where
 * a record begins; where that is not what was guessed, the stretch is walked once more from there.
 * So a guess saves time or wastes it, and decides nothing.
 */
final class RecordWalk {
  /** A stretch that is not worth a thread. */
  private static final long SMALL = 8 << 20;

  private final RecordChain records;
  private final long[] wanted;
  private final long from;
  private final ByteOrder orderAtFrom;
  private final List<Long> boundaries = new ArrayList<>();
  private final List<Extent> context = new ArrayList<>();

  /** Where the first record behind the stretch begins, or {@link RecordChain#NONE}. */
  private long end = RecordChain.NONE;

  private RecordWalk(RecordChain records, long from, long[] wanted) {
    this.records = records;
    this.wanted = wanted;
    this.from = from;
    this.orderAtFrom = records.order;
  }

  /**
   * Follows the chain from the first record on. For each of the places {@code wanted}, which
   * ascend, it finds the first record that begins there or later. The end of the file stands for
   * none; also behind damage, so that whoever reads up to there meets it.
   */
  static Marks of(RecordChain records, long... wanted) {
    int processors = Runtime.getRuntime().availableProcessors();
    long worthwhile = wanted[wanted.length - 1] / SMALL;
    return of(records, (int) Math.max(1, Math.min(processors, worthwhile)), wanted);
  }

  /** The same with so many stretches, however small they are. */
  static Marks of(RecordChain records, int stretches, long... wanted) {
    long last = wanted[wanted.length - 1];
    List<RecordWalk> guessed =
        IntStream.range(1, stretches)
            .parallel()
            .mapToObj(i -> guessed(records.twin(), last, i, stretches, wanted))
            .toList();
    RecordWalk exact = new RecordWalk(records, records.first(), wanted);
    exact.to(last / stretches, 0);
    List<Long> boundaries = new ArrayList<>(exact.boundaries);
    List<Extent> context = new ArrayList<>(head(records));
    context.addAll(exact.context);
    for (int i = 1; i < stretches && exact.end != RecordChain.NONE; i++) {
      RecordWalk next = guessed.get(i - 1);
      if (next.from != exact.end || next.orderAtFrom != exact.records.order) {
        next = new RecordWalk(exact.records, exact.end, wanted);
        next.to(last * (i + 1) / stretches, boundaries.size());
      }
      boundaries.addAll(next.boundaries);
      context.addAll(next.context);
      exact = next;
    }
    while (boundaries.size() < wanted.length) {
      boundaries.add(records.size);
    }
    return new Marks(boundaries.stream().mapToLong(Long::longValue).toArray(), context);
  }

  /** The context that stands before the first record. */
  static List<Extent> head(RecordChain records) {
    return records.first() > 0 ? List.of(new Extent(0, records.first())) : List.of();
  }

  private static RecordWalk guessed(
      RecordChain records, long last, int i, int stretches, long[] wanted) {
    long end = last * (i + 1) / stretches;
    RecordWalk walk = new RecordWalk(records, records.guess(last * i / stretches, end), wanted);
    if (walk.from != RecordChain.NONE) {
      int at = 0;
      while (wanted[at] <= walk.from && at < wanted.length - 1) {
        at++;
      }
      walk.to(end, at);
    }
    return walk;
  }

  /** Walks until a record begins at {@code limit} or later. */
  private void to(long limit, int firstWanted) {
    int at = firstWanted;
    long place = from;
    while (true) {
      while (at < wanted.length && wanted[at] <= place) {
        boundaries.add(place);
        at++;
      }
      if (place >= limit) {
        end = place;
        return;
      }
      boolean isContext = records.isContext(place);
      long next = records.next(place);
      if (next == RecordChain.NONE) {
        return;
      }
      if (isContext) {
        context.add(new Extent(place, next));
      }
      place = next;
    }
  }

  /**
   * What a walk found.
   *
   * @param boundaries where records begin, one for each place that was asked for
   * @param context what stands before the last of them and says how records are read
   */
  record Marks(long[] boundaries, List<Extent> context) {}
}
