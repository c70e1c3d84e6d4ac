package org.jpacker.examples;

import java.nio.file.Path;
import org.jpacker.api.Capture;
import org.jpacker.api.Malformed;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;

/** Matches an exact stack of headers, and tells of octets that were refused. */
public final class MatchStack {
  private MatchStack() {}

  /** Prints who sends UDP to whom, and what is malformed: {@code MatchStack FILE}. */
  public static void main(String[] args) {
    try (Capture capture = Pcap.open(Path.of(args[0]))) {
      for (Packet packet : capture) {
        if (packet.first() instanceof Ethernet eth
            && eth.payload() instanceof Ipv4 ip
            && ip.payload() instanceof Udp udp) {
          System.out.println(ip.src() + ":" + udp.srcPort() + " > " + ip.dst());
        }
        Malformed refused = packet.get(Malformed.class);
        if (refused != null) {
          System.out.println(refused.reason()); // what was needed, what was there, and where
        }
      }
    }
  }
}
