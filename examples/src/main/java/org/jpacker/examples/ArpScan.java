package org.jpacker.examples;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.Packet;
import org.jpacker.live.Exchange;
import org.jpacker.live.LiveInterface;
import org.jpacker.live.spi.LiveProvider;
import org.jpacker.proto.ethernet.Arp;
import org.jpacker.proto.ethernet.Ethernet;

/** Finds the hosts of a network by asking for each of its addresses, all at once. */
public final class ArpScan {
  private static final int LAST = 255;

  private ArpScan() {}

  /** Prints who is in the /24 network of an interface: {@code ArpScan IF}. */
  public static void main(String[] args) {
    LiveProvider live = LiveProvider.usable();
    LiveInterface here = live.find(args[0]);
    List<Packet> requests = new ArrayList<>();
    for (int host = 1; host < LAST; host++) {
      Address.Ipv4 target = new Address.Ipv4(here.ipv4().bits() & ~LAST | host);
      requests.add(
          Packet.of(
              new Ethernet().src(here.mac()).dst(Address.Mac.BROADCAST),
              new Arp().srcHw(here.mac()).srcProto(here.ipv4()).dstProto(target)));
    }
    try (Exchange exchange = Exchange.on(live, here.name())) {
      for (Exchange.Answer answer : exchange.sendAndReceive(requests, Duration.ofSeconds(1))) {
        Arp arp = answer.packet().get(Arp.class);
        System.out.println(arp.srcProto() + " " + arp.srcHw());
      }
    }
  }
}
