package org.jpacker.scan;

import java.util.List;
import java.util.stream.IntStream;
import org.jpacker.api.CaptureRecord;
import org.jpacker.api.Packet;

/**
 * The columns of a scan that concern the packet as a whole.
 *
 * @param captured indices of the columns with the captured length
 * @param original indices of the columns with the length on the wire
 * @param times indices of the columns with the time
 * @param all a bit for each of these columns
 * @param timed a bit for each column in {@code times}
 */
record PacketColumns(int[] captured, int[] original, int[] times, long all, long timed) {

  static PacketColumns of(List<Column> columns) {
    int[] captured = places(columns, Column.Kind.CAPTURED_LENGTH);
    int[] original = places(columns, Column.Kind.ORIGINAL_LENGTH);
    int[] times = places(columns, Column.Kind.TIME);
    long all = bits(captured) | bits(original) | bits(times);
    return new PacketColumns(captured, original, times, all, bits(times));
  }

  private static int[] places(List<Column> columns, Column.Kind kind) {
    return IntStream.range(0, columns.size()).filter(i -> columns.get(i).kind() == kind).toArray();
  }

  private static long bits(int[] places) {
    long bits = 0;
    for (int place : places) {
      bits |= 1L << place;
    }
    return bits;
  }

  /** Reads these columns for a packet; returns a bit for each that the packet has. */
  long read(long[] values, CaptureRecord record) {
    for (int place : captured) {
      values[place] = record.capturedLength();
    }
    for (int place : original) {
      values[place] = record.originalLength();
    }
    long nanos = record.timestampNanos();
    for (int place : times) {
      values[place] = nanos;
    }
    return nanos == Packet.NO_TIME ? all & ~timed : all;
  }
}
