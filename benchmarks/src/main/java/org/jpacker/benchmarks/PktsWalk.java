package org.jpacker.benchmarks;

import io.pkts.Pcap;
import io.pkts.packet.IPv4Packet;
import io.pkts.packet.PCapPacket;
import io.pkts.packet.Packet;
import io.pkts.packet.TransportPacket;
import io.pkts.protocol.Protocol;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same walk with pkts.io, which reads the file from memory. */
public final class PktsWalk {
  private PktsWalk() {}

  /** Usage: {@code PktsWalk FILE PASSES}. */
  public static void main(String[] args) throws Exception {
    byte[] file = Files.readAllBytes(Path.of(args[0]));
    Walk.measure("pkts.io-mem", Integer.parseInt(args[1]), () -> walk(file));
  }

  private static Totals walk(byte[] file) throws IOException {
    Totals totals = new Totals();
    Pcap.openStream(new ByteArrayInputStream(file))
        .loop(
            packet -> {
              totals.packets++;
              add(totals, packet);
              return true;
            });
    return totals;
  }

  private static void add(Totals totals, Packet packet) throws IOException {
    totals.bytes += ((PCapPacket) packet.getPacket(Protocol.PCAP)).getCapturedLength();
    if (packet.getPacket(Protocol.IPv4) instanceof IPv4Packet ip) {
      totals.ttl += ip.getTimeToLive();
    }
    Protocol transport =
        packet.hasProtocol(Protocol.TCP)
            ? Protocol.TCP
            : packet.hasProtocol(Protocol.UDP) ? Protocol.UDP : null;
    if (transport != null) {
      TransportPacket ports = (TransportPacket) packet.getPacket(transport);
      totals.ports += ports.getSourcePort() + ports.getDestinationPort();
      if (transport == Protocol.TCP && ports.getPayload() != null) {
        totals.tcpPayload += ports.getPayload().getReadableBytes();
      }
    }
  }
}
