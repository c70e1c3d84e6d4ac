package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Ipv6Field;
import org.jpacker.api.Layer;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.scan.Column;
import org.jpacker.scan.Row;
import org.jpacker.scan.Scan;

/** Compares the rows of a scan with the default API, column by column. */
final class ScanReference {
  private final Row row;
  private final List<Column> columns;

  /** Number of rows compared. */
  int rows;

  /** Number of columns with a value. */
  long present;

  ScanReference(List<Column> columns) {
    this.columns = columns;
    this.row = Scan.of(columns.toArray(new Column[0])).row();
  }

  /** All columns that a scan can read of {@code protocol}. */
  static List<Column> columns(Protocol<?> protocol) {
    List<Column> columns = new ArrayList<>();
    for (Field field : protocol.layout().fields()) {
      if (field instanceof Ipv6Field address) {
        columns.add(Column.high(address));
        columns.add(Column.low(address));
        continue;
      }
      try {
        columns.add(Column.of(field));
      } catch (IllegalArgumentException e) {
        // not a number
      }
    }
    columns.add(Column.size(protocol));
    columns.add(Column.headerSize(protocol));
    columns.add(Column.payloadSize(protocol));
    columns.add(Column.offset(protocol));
    return columns;
  }

  /** Scans one packet and compares the row. */
  void check(byte[] octets, int offset, int captured, long nanos, Link link, String where) {
    row.read(octets, offset, captured, captured + 1, nanos, link);
    Packet packet = new Packet(octets, offset, captured, captured + 1, nanos, link);
    for (int i = 0; i < columns.size(); i++) {
      int index = i;
      Long expected = value(columns.get(i), packet);
      Long found = row.has(i) ? row.value(i) : null;
      assertEquals(
          expected, found, () -> where + ": " + columns.get(index).name() + " of " + packet);
      assertEquals(expected == null ? 0 : expected, row.value(i), where);
      present += expected == null ? 0 : 1;
    }
    rows++;
  }

  private static Long value(Column column, Packet packet) {
    switch (column.kind()) {
      case TIME:
        return packet.timestampNanos() == Packet.NO_TIME ? null : packet.timestampNanos();
      case CAPTURED_LENGTH:
        return (long) packet.capturedLength();
      case ORIGINAL_LENGTH:
        return (long) packet.originalLength();
      default:
        break;
    }
    for (Layer layer = packet.first(); layer instanceof Header header; layer = header.payload()) {
      boolean isHere =
          column.field() == null
              ? header.protocol().equals(column.protocol())
              : header.protocol().layout().fields().stream().anyMatch(f -> f == column.field());
      if (isHere) {
        return value(column, header);
      }
    }
    return null;
  }

  private static Long value(Column column, Header header) {
    switch (column.kind()) {
      case SIZE:
        return (long) header.size();
      case HEADER_SIZE:
        return (long) header.headerSize();
      case PAYLOAD_SIZE:
        return (long) header.size() - header.headerSize();
      case OFFSET:
        return (long) header.packet().offsetOf(header);
      default:
        break;
    }
    Object value = column.field().value(header);
    if (value instanceof Address.Ipv6 address) {
      return column.kind() == Column.Kind.HIGH ? address.high() : address.low();
    }
    if (value instanceof Address.Ipv4 address) {
      return address.bits() & 0xffffffffL;
    }
    if (value instanceof Address.Mac address) {
      return address.bits();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1L : 0L;
    }
    return value == null ? null : ((Number) value).longValue();
  }
}
