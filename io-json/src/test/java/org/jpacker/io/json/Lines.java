package org.jpacker.io.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jpacker.api.Packet;
import org.jpacker.api.Raw;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.TimeResolution;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ethernet.Vlan;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.TcpOption;
import org.jpacker.proto.tcpudp.Udp;

/** Packets, and their lines. */
final class Lines {
  private Lines() {}

  static Ethernet ethernet() {
    return new Ethernet().dst("02:00:00:00:00:02").src("02:00:00:00:00:01");
  }

  static Ipv4 ip() {
    return new Ipv4().src("192.0.2.1").dst("192.0.2.2").ttl(64);
  }

  static Packet udp() {
    return read(Packet.of(ethernet(), ip(), new Udp().srcPort(40000).dstPort(9), Raw.of("hi")));
  }

  static Packet tagged() {
    return read(
        Packet.of(
            ethernet(), new Vlan().id(7), ip(), new Udp().srcPort(40000).dstPort(9), Raw.of("hi")));
  }

  static Packet syn() {
    Tcp tcp =
        new Tcp()
            .srcPort(40000)
            .dstPort(80)
            .options(List.of(new TcpOption.MaximumSegmentSize(1360)));
    return read(Packet.of(ethernet(), ip(), tcp));
  }

  /** The packet as it is read from its octets. */
  static Packet read(Packet made) {
    return Packet.read(made.toBytes(), made.linkType())
        .timestamp(Instant.ofEpochSecond(1, 234_567_891));
  }

  static String line(Packet packet) {
    return line(packet, List.of());
  }

  static String line(Packet packet, List<BlockOption> options) {
    CaptureInterface source =
        new CaptureInterface(
            0, 0, packet.linkType(), 262_144, TimeResolution.NANOSECONDS, List.of());
    byte[] line = new JsonFormat().encode(1, packet, null, source, options);
    return new String(line, StandardCharsets.UTF_8);
  }

  /** The line without the octets of the frame. */
  static String fields(Packet packet) {
    return line(packet).replaceFirst(",\"octets\":\"[0-9a-f]*\"", "");
  }
}
