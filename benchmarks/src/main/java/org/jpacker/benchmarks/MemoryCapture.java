package org.jpacker.benchmarks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.scan.Row;

/**
 * The records of a little-endian pcap file of Ethernet packets in memory, followed by hand, so that
 * no file reader is measured. Times and original lengths are not read, as in the programs that it
 * is compared with.
 */
record MemoryCapture(byte[] octets, int from, int to) {
  private static final int FILE_HEADER = 24;
  static final int RECORD_HEADER = 16;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final Link LINK = Link.of(Link.ETHERNET, 0, ProtocolRegistry.installed());

  static MemoryCapture of(byte[] file) {
    return new MemoryCapture(file, FILE_HEADER, file.length);
  }

  /** Divides this capture into parts of similar size. */
  List<MemoryCapture> parts(int count) {
    List<MemoryCapture> parts = new ArrayList<>();
    int begin = from;
    int at = from;
    for (int part = 1; part <= count; part++) {
      long end = part == count ? to : from + (long) (to - from) * part / count;
      while (at < end && captured(at) >= 0) {
        at += RECORD_HEADER + captured(at);
      }
      parts.add(new MemoryCapture(octets, begin, at));
      begin = at;
    }
    return parts;
  }

  /** Sums over packets. */
  Totals packets() {
    Totals totals = new Totals();
    int captured;
    for (int at = from; (captured = captured(at)) >= 0; at += RECORD_HEADER + captured) {
      totals.add(new Packet(octets, at + RECORD_HEADER, captured, captured, Packet.NO_TIME, LINK));
    }
    return totals;
  }

  /** Sums over the rows of a scan. */
  Totals rows(Row row) {
    Totals totals = new Totals();
    int captured;
    for (int at = from; (captured = captured(at)) >= 0; at += RECORD_HEADER + captured) {
      row.read(octets, at + RECORD_HEADER, captured, captured, Packet.NO_TIME, LINK);
      totals.add(row);
    }
    return totals;
  }

  /** Receives the position of a packet; used for the libraries that jpacker is compared with. */
  interface Action {
    void packet(byte[] octets, int from, int length) throws Exception;
  }

  void forEach(Action action) throws Exception {
    int captured;
    for (int at = from; (captured = captured(at)) >= 0; at += RECORD_HEADER + captured) {
      action.packet(octets, at + RECORD_HEADER, captured);
    }
  }

  /** The captured length of the record at {@code at}, or -1 at the end. */
  int captured(int at) {
    if (to - at < RECORD_HEADER) {
      return -1;
    }
    int captured = (int) INT.get(octets, at + 8);
    return captured <= to - at - RECORD_HEADER ? captured : -1;
  }
}
