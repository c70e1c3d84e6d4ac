package org.jpacker.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Field;
import org.jpacker.api.Link;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Reader;

/**
 * The same few numbers from each of many packets, without an object for any of them: the bulk path
 * for analysis. Shared freely between threads.
 *
 * <pre>{@code
 * Scan scan = Scan.of(Ipv4.TTL, Tcp.SRC_PORT, Tcp.DST_PORT);
 * try (Capture capture = Pcap.open(file)) {
 *   scan.forEach(capture, row -> {
 *     if (row.has(1)) { // a TCP packet
 *       ports[(int) row.value(1)]++;
 *     }
 *   });
 * }
 * }</pre>
 *
 * <p>A column has the value that the default API gives for the outermost header that has the field,
 * damaged packets included. Protocols whose layout has a {@link org.jpacker.api.Passage} are passed
 * over at the speed of a hand-written loop; a packet in which something else stands before the last
 * column, or in which anything is odd, is read with objects, which costs as much as the default
 * API.
 */
public final class Scan {
  /** The sign bit tells odd packets. */
  private static final int MOST_COLUMNS = 63;

  private final List<Column> columns;
  private final long ofHeaders;
  private final PacketColumns packetColumns;

  /** The first steps, by registry and reader, both by identity. */
  private final Map<Origin, Step> firsts = new ConcurrentHashMap<>();

  private record Origin(ProtocolRegistry registry, Reader reader) {}

  private Scan(List<Column> columns) {
    if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
      throw new IllegalArgumentException(
          "a scan has 1 to " + MOST_COLUMNS + " columns, not " + columns.size());
    }
    this.columns = columns;
    this.packetColumns = PacketColumns.of(columns);
    this.ofHeaders = -1L >>> 64 - columns.size() & ~packetColumns.all();
  }

  /**
   * The values of these fields.
   *
   * @throws IllegalArgumentException if the values of one do not fit into a {@code long}
   */
  public static Scan of(Field... fields) {
    List<Column> columns = new ArrayList<>();
    for (Field field : fields) {
      columns.add(Column.of(field));
    }
    return new Scan(List.copyOf(columns));
  }

  /** These columns. */
  public static Scan of(Column... columns) {
    return new Scan(List.of(columns));
  }

  /** What is read, in the order of the values. */
  public List<Column> columns() {
    return columns;
  }

  /** A row to read packets with, for one thread. */
  public Row row() {
    return new Row(this);
  }

  /**
   * Hands the row of each remaining packet of {@code capture} to {@code action}; it is always the
   * same row.
   *
   * @throws CaptureException behind the last whole packet of a damaged capture
   */
  public void forEach(Capture capture, Consumer<? super Row> action) {
    Row row = row();
    while (capture.next(row)) {
      row.read();
      action.accept(row);
    }
  }

  /**
   * The same for the parts of a capture, each with a thread and an action of its own; returns when
   * all are done.
   *
   * @param actions makes the action for the part of a number
   * @throws CaptureException if a part is damaged; the others have been read then
   */
  public void forEach(
      List<? extends Capture> parts, IntFunction<? extends Consumer<? super Row>> actions) {
    ParallelRun.run(parts.size(), part -> forEach(parts.get(part), actions.apply(part)));
  }

  /**
   * Hands the remaining packets of {@code capture} to {@code action} in batches of {@code rows},
   * the last one maybe smaller; it is always the same batch.
   *
   * @throws CaptureException behind the last whole packet of a damaged capture, which is in the
   *     last batch
   */
  public void forEachBatch(Capture capture, int rows, Consumer<? super Batch> action) {
    Batch batch = new Batch(this, rows);
    try {
      forEach(
          capture,
          row -> {
            batch.add(row);
            if (batch.size() == rows) {
              action.accept(batch);
              batch.clear();
            }
          });
    } finally {
      if (batch.size() > 0) {
        action.accept(batch);
      }
    }
  }

  /** The same for the parts of a capture, each with a thread, a batch and an action of its own. */
  public void forEachBatch(
      List<? extends Capture> parts,
      int rows,
      IntFunction<? extends Consumer<? super Batch>> actions) {
    ParallelRun.run(parts.size(), part -> forEachBatch(parts.get(part), rows, actions.apply(part)));
  }

  /** The step over the first header of packets from {@code link}. */
  Step first(Link link) {
    return firsts.computeIfAbsent(
        new Origin(link.registry(), link.reader()),
        origin -> ScanPlan.first(origin.registry(), columns, ofHeaders, origin.reader()));
  }

  /** A bit for each column that is about headers. */
  long ofHeaders() {
    return ofHeaders;
  }

  PacketColumns packetColumns() {
    return packetColumns;
  }
}
