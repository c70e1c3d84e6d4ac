package org.jpacker.scan;

import java.util.List;
import java.util.Objects;
import org.jpacker.api.CaptureRecord;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;

/**
 * The record of one packet and its columns of a {@link Scan}, both reused for the next packet. The
 * columns are those of the packet that was read last, even if the record has been refilled since.
 * Belongs to one thread at a time.
 */
public final class Row extends CaptureRecord {
  private final Scan scan;
  private final List<Column> columns;
  private final long[] values;

  /** A bit for each column that the packet has. */
  private long present;

  /** The step for the first header of packets from {@code planned}. */
  private Step first;

  private Link planned;

  Row(Scan scan) {
    this.scan = scan;
    this.columns = scan.columns();
    this.values = new long[columns.size()];
  }

  /** Reads the columns of the packet in {@code record}. */
  public void read(CaptureRecord record) {
    read(
        record.octets(),
        record.offset(),
        record.capturedLength(),
        record.originalLength(),
        record.timestampNanos(),
        record.link());
  }

  /**
   * Reads the columns of a packet; the parameters are those of {@link Packet}.
   *
   * @throws IndexOutOfBoundsException if the octets lie outside the array
   */
  public void read(byte[] octets, int offset, int captured, int original, long nanos, Link link) {
    Objects.checkFromIndexSize(offset, captured, octets.length);
    set(octets, offset, captured, original, nanos, link);
    read();
  }

  /** Reads the columns of the packet in this record. */
  void read() {
    if (link() != planned) {
      first = scan.first(link());
      planned = link();
    }
    byte[] octets = octets();
    int offset = offset();
    int captured = capturedLength();
    PacketColumns packetColumns = scan.packetColumns();
    long ofPacket = packetColumns.all() == 0 ? 0 : packetColumns.read(values, this);
    long seen = captured == 0 ? 0 : first.pass(this, octets, offset, offset + captured);
    present = seen >= 0 ? seen | ofPacket : readObjects(ofPacket);
  }

  /** Reads the columns from header objects, which define their meaning. */
  private long readObjects(long ofPacket) {
    long seen = ofPacket;
    long open = scan.ofHeaders();
    Packet packet = packet();
    for (Layer l = packet.first(); l instanceof Header h && open != 0; l = h.payload()) {
      for (int i = 0; i < values.length; i++) {
        Column column = columns.get(i);
        if ((open >>> i & 1) != 0 && column.isIn(h.protocol())) {
          open &= ~(1L << i);
          if (column.field() == null || column.field().isPresent(h)) {
            values[i] = column.read(h);
            seen |= 1L << i;
          }
        }
      }
    }
    return seen;
  }

  /** The value of the column with this index in the scan; 0 if the packet does not have it. */
  public long value(int column) {
    return values[column] & present << 63 - column >> 63;
  }

  /** Whether the packet has the column with this index in the scan. */
  public boolean has(int column) {
    return (present >>> column & 1) != 0;
  }

  /** A bit for each column that the packet has, the first column in the lowest bit. */
  public long present() {
    return present;
  }

  long[] values() {
    return values;
  }
}
