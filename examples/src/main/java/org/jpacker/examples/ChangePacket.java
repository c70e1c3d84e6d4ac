package org.jpacker.examples;

import java.nio.file.Path;
import java.util.HexFormat;
import org.jpacker.api.Capture;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ethernet.Vlan;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;

/** Changes captured packets; what follows from a change is brought up to date, nothing else. */
public final class ChangePacket {
  private ChangePacket() {}

  /** Prints the octets of each changed packet: {@code ChangePacket FILE}. */
  public static void main(String[] args) {
    try (Capture capture = Pcap.open(Path.of(args[0]))) {
      for (Packet packet : capture) {
        if (packet.first() instanceof Ethernet eth
            && eth.payload() instanceof Ipv4 ip
            && ip.payload() instanceof Udp udp) {
          ip.ttl(3); // the header checksum follows
          udp.checksum(0xbad); // pinned: stays as set
          udp.payload("x"); // lengths follow
          eth.insert(new Vlan().id(5)); // the type numbers move along
        }
        System.out.println(HexFormat.of().formatHex(packet.toBytes()));
      }
    }
  }
}
