package org.jpacker.examples;

import java.time.Duration;
import org.jpacker.api.Address;
import org.jpacker.api.Packet;
import org.jpacker.live.Exchange;
import org.jpacker.live.LiveInterface;
import org.jpacker.live.spi.LiveProvider;
import org.jpacker.proto.ethernet.Arp;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.icmp.Icmpv4;
import org.jpacker.proto.ip.Ipv4;

/** Asks a host of the same network who it is, and then for echoes. */
public final class Ping {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private Ping() {}

  /** Prints which echoes came back: {@code Ping IF ADDRESS}. */
  public static void main(String[] args) {
    LiveProvider live = LiveProvider.usable();
    LiveInterface here = live.find(args[0]);
    Address.Ipv4 host = Address.Ipv4.of(args[1]);
    try (Exchange exchange = Exchange.on(live, here.name())) {
      Packet who =
          Packet.of(
              new Ethernet().src(here.mac()).dst(Address.Mac.BROADCAST),
              new Arp().srcHw(here.mac()).srcProto(here.ipv4()).dstProto(host));
      Packet told = exchange.sendAndReceive(who, SECOND).orElseThrow();
      for (int seq = 1; seq <= 3; seq++) {
        Packet ping =
            Packet.of(
                new Ethernet().src(here.mac()).dst(told.get(Arp.class).srcHw()),
                new Ipv4().src(here.ipv4()).dst(host),
                Icmpv4.echoRequest(4711, seq, "jpacker"));
        String answer =
            exchange.sendAndReceive(ping, SECOND).isPresent() ? "came back" : "did not come back";
        System.out.println("echo " + seq + " of " + host + " " + answer);
      }
    }
  }
}
