package org.jpacker.examples;

import java.nio.file.Path;
import java.time.Instant;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.api.Raw;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;

/** Writes packets to a file that any other tool can show. */
public final class WritePackets {
  private WritePackets() {}

  /** Writes ten datagrams: {@code WritePackets FILE}. */
  public static void main(String[] args) {
    try (PacketWriter file = Pcap.create(Path.of(args[0]))) {
      for (int port = 1; port <= 10; port++) {
        file.write(
            Packet.of(
                    new Ethernet().dst("ff:ff:ff:ff:ff:ff").src("00:01:02:03:04:05"),
                    new Ipv4().src("10.0.0.1").dst("10.0.0.255"),
                    new Udp().srcPort(40_000).dstPort(port),
                    Raw.of("hello, port " + port)) // octets or text that no protocol claims
                .timestamp(Instant.now())); // without it, pcap files say 1970-01-01
      }
    }
  }
}
