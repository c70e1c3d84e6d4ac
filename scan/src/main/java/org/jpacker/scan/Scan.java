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
 * Reads the same few numbers from each of many packets, without creating objects: the bulk
 * interface for analysis. Shared freely between threads.
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
 * <p>The value of a column is the one that {@link org.jpacker.api.Packet} gives for the outermost
 * header with the field, damaged packets included. Headers of protocols whose layout has a {@link
 * org.jpacker.api.Passage} are passed over at the speed of a hand-written loop. A packet in which
 * another protocol precedes the last column, or with any irregularity, is read as objects, at the
 * cost of ordinary dissection.
 */
public final class Scan {
  /** The sign bit marks odd packets. */
  private static final int MOST_COLUMNS = 63;

  private final List<Column> columns;
  private final long ofHeaders;
  private final PacketColumns packetColumns;

  /** The first steps by registry and reader, both compared by identity. */
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
   * A scan for the values of these fields.
   *
   * @throws IllegalArgumentException if the values of a field do not fit into a {@code long}, or if
   *     the number of fields is not 1 to 63
   */
  public static Scan of(Field... fields) {
    List<Column> columns = new ArrayList<>();
    for (Field field : fields) {
      columns.add(Column.of(field));
    }
    return new Scan(List.copyOf(columns));
  }

  /**
   * A scan for these columns.
   *
   * @throws IllegalArgumentException if the number of columns is not 1 to 63
   */
  public static Scan of(Column... columns) {
    return new Scan(List.of(columns));
  }

  /** The columns, in the order of the values. */
  public List<Column> columns() {
    return columns;
  }

  /** A new row for reading packets, for use by one thread. */
  public Row row() {
    return new Row(this);
  }

  /**
   * Passes the row of each remaining packet of {@code capture} to {@code action}; the same row is
   * reused.
   *
   * @throws CaptureException after the last whole packet, if the capture is damaged
   */
  public void forEach(Capture capture, Consumer<? super Row> action) {
    Row row = row();
    while (capture.next(row)) {
      row.read();
      action.accept(row);
    }
  }

  /**
   * Scans the parts of a capture in parallel, each with a thread and an action of its own; returns
   * when all are done.
   *
   * @param parts the parts
   * @param actions creates the action for the part with a given index
   * @throws CaptureException if a part is damaged; the other parts have been read by then
   */
  public void forEach(
      List<? extends Capture> parts, IntFunction<? extends Consumer<? super Row>> actions) {
    ParallelRun.run(parts.size(), part -> forEach(parts.get(part), actions.apply(part)));
  }

  /**
   * Passes the remaining packets of {@code capture} to {@code action} in batches of {@code rows}
   * packets, the last of which may be smaller; the same batch is reused.
   *
   * @throws CaptureException after the last whole packet, if the capture is damaged; the last batch
   *     contains that packet
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

  /**
   * Scans the parts of a capture in parallel, each with a thread, a batch and an action of its own.
   *
   * @param parts the parts
   * @param rows packets per batch
   * @param actions creates the action for the part with a given index
   * @throws CaptureException if a part is damaged; the other parts have been read by then
   */
  public void forEachBatch(
      List<? extends Capture> parts,
      int rows,
      IntFunction<? extends Consumer<? super Batch>> actions) {
    ParallelRun.run(parts.size(), part -> forEachBatch(parts.get(part), rows, actions.apply(part)));
  }

  /** The step for the first header of packets from {@code link}. */
  Step first(Link link) {
    return firsts.computeIfAbsent(
        new Origin(link.registry(), link.reader()),
        origin -> ScanPlan.first(origin.registry(), columns, ofHeaders, origin.reader()));
  }

  /** A bit for each column that concerns headers. */
  long ofHeaders() {
    return ofHeaders;
  }

  PacketColumns packetColumns() {
    return packetColumns;
  }
}
