package org.jpacker.examples;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.Packet;
import org.jpacker.live.Exchange;
import org.jpacker.live.LiveInterface;
import org.jpacker.live.spi.LiveProvider;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Tcp;

/**
 * Finds the open ports of a host with half a handshake each: SYN and ACK is open, RST is closed.
 */
public final class TcpScan {
  private static final int OWN_PORT = 40_000;

  private TcpScan() {}

  /** Prints the open ports: {@code TcpScan IF MAC ADDRESS FIRST LAST}. */
  public static void main(String[] args) {
    LiveProvider live = LiveProvider.usable();
    LiveInterface here = live.find(args[0]);
    List<Packet> requests = new ArrayList<>();
    for (int port = Integer.parseInt(args[3]); port <= Integer.parseInt(args[4]); port++) {
      requests.add(
          Packet.of(
              new Ethernet().src(here.mac()).dst(args[1]),
              new Ipv4().src(here.ipv4()).dst(args[2]),
              new Tcp().srcPort(OWN_PORT).dstPort(port).syn(true)));
    }
    try (Exchange exchange = Exchange.on(live, here.name())) {
      for (Exchange.Answer answer : exchange.sendAndReceive(requests, Duration.ofSeconds(1))) {
        Tcp tcp = answer.packet().get(Tcp.class);
        if (tcp != null && tcp.syn()) {
          System.out.println(tcp.srcPort() + " is open");
        }
      }
    }
  }
}
