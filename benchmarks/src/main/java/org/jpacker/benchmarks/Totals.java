package org.jpacker.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import org.jpacker.api.Packet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.Udp;
import org.jpacker.scan.Column;
import org.jpacker.scan.Row;
import org.jpacker.scan.Scan;

/** The sums of a walk over a capture, the same as those of the yardstick programs. */
final class Totals {
  /** The same values as scan columns. */
  static final Scan SCAN =
      Scan.of(
          Column.of(Ipv4.TTL),
          Column.of(Tcp.SRC_PORT),
          Column.of(Tcp.DST_PORT),
          Column.payloadSize(Tcp.PROTOCOL),
          Column.of(Udp.SRC_PORT),
          Column.of(Udp.DST_PORT));

  long packets;
  long bytes;
  long ports;
  long ttl;
  long tcpPayload;

  /** Adds a packet, using the default API. */
  void add(Packet packet) {
    packets++;
    bytes += packet.capturedLength();
    Ipv4 ip = packet.get(Ipv4.class);
    if (ip != null) {
      ttl += ip.ttl();
    }
    Tcp tcp = packet.get(Tcp.class);
    if (tcp != null) {
      ports += tcp.srcPort() + tcp.dstPort();
      tcpPayload += tcp.size() - tcp.headerSize();
      return;
    }
    Udp udp = packet.get(Udp.class);
    if (udp != null) {
      ports += udp.srcPort() + udp.dstPort();
    }
  }

  /** Adds a row of {@link #SCAN}. */
  void add(Row row) {
    packets++;
    bytes += row.capturedLength();
    ttl += row.value(0);
    ports += row.value(1) + row.value(2) + row.value(4) + row.value(5);
    tcpPayload += row.value(3);
  }

  /** Adds the totals of another thread. */
  void add(Totals other) {
    packets += other.packets;
    bytes += other.bytes;
    ports += other.ports;
    ttl += other.ttl;
    tcpPayload += other.tcpPayload;
  }

  /** The line printed by the yardstick programs; {@code nanos} has the time of each pass. */
  String line(String name, double[] nanos) {
    // the first quarter of the passes warms up the JIT
    double[] warm = Arrays.copyOfRange(nanos, nanos.length / 4, nanos.length);
    Arrays.sort(warm);
    return String.format(
        Locale.ROOT,
        "%s packets=%d bytes=%d ports=%d ttl=%d tcppay=%d best=%.2f median=%.2f ns/packet",
        name,
        packets,
        bytes,
        ports,
        ttl,
        tcpPayload,
        warm[0] / packets,
        warm[warm.length / 2] / packets);
  }
}
