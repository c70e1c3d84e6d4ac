package org.jpacker.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.UdpPacket;

/** The same walk with pcap4j, over octets in memory. */
public final class Pcap4jWalk {
  private Pcap4jWalk() {}

  /** Usage: {@code Pcap4jWalk FILE PASSES}. */
  public static void main(String[] args) throws Exception {
    MemoryCapture capture = MemoryCapture.of(Files.readAllBytes(Path.of(args[0])));
    Walk.measure("pcap4j-mem", Integer.parseInt(args[1]), () -> walk(capture));
  }

  private static Totals walk(MemoryCapture capture) throws Exception {
    Totals totals = new Totals();
    capture.forEach(
        (octets, from, length) -> {
          totals.packets++;
          totals.bytes += length;
          add(totals, EthernetPacket.newPacket(octets, from, length));
        });
    return totals;
  }

  private static void add(Totals totals, Packet packet) {
    IpV4Packet ip = packet.get(IpV4Packet.class);
    if (ip != null) {
      totals.ttl += ip.getHeader().getTtlAsInt();
    }
    TcpPacket tcp = packet.get(TcpPacket.class);
    if (tcp != null) {
      TcpPacket.TcpHeader header = tcp.getHeader();
      totals.ports += header.getSrcPort().valueAsInt() + header.getDstPort().valueAsInt();
      totals.tcpPayload += tcp.getPayload() == null ? 0 : tcp.getPayload().length();
      return;
    }
    UdpPacket udp = packet.get(UdpPacket.class);
    if (udp != null) {
      UdpPacket.UdpHeader header = udp.getHeader();
      totals.ports += header.getSrcPort().valueAsInt() + header.getDstPort().valueAsInt();
    }
  }
}
