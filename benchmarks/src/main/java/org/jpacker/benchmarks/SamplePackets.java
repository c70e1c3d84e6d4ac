package org.jpacker.benchmarks;

import org.jpacker.api.Packet;
import org.jpacker.api.Raw;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ethernet.ServiceTag;
import org.jpacker.proto.ethernet.Vlan;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv6;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.Udp;

/** The packets used by the suites, as octets. */
final class SamplePackets {
  private SamplePackets() {}

  /** Ethernet, IPv4, TCP and {@code data} octets. */
  static byte[] tcp(int data) {
    return Packet.of(eth(), ipv4(), new Tcp().srcPort(40_001).dstPort(40_002), raw(data)).toBytes();
  }

  /** Ethernet, IPv4, UDP and {@code data} octets. */
  static byte[] udp(int data) {
    return Packet.of(eth(), ipv4(), new Udp().srcPort(40_001).dstPort(40_002), raw(data)).toBytes();
  }

  /** The four kinds of the yardsticks, in proportions of 14 : 4 : 1 : 1. */
  static byte[][] mix() {
    byte[] vlan =
        Packet.of(eth(), new Vlan().id(5), ipv4(), new Udp().srcPort(41_000), raw(20)).toBytes();
    byte[] ipv6 =
        Packet.of(eth(), new Ipv6().src("::1").dst("::2"), new Tcp().srcPort(40_001)).toBytes();
    byte[][] mix = new byte[20][];
    for (int i = 0; i < mix.length; i++) {
      // 7 and 20 are coprime, so each place is filled once
      mix[i * 7 % mix.length] = i < 14 ? tcp(10) : i < 18 ? udp(22) : i < 19 ? vlan : ipv6;
    }
    return mix;
  }

  /** UDP over IPv4 with two VLAN tags, a provider's and a customer's. */
  static byte[] tagged() {
    return Packet.of(
            eth(),
            new ServiceTag().id(7),
            new Vlan().id(5),
            ipv4(),
            new Udp().srcPort(41_000),
            raw(4))
        .toBytes();
  }

  private static Ethernet eth() {
    return new Ethernet().dst("00:01:02:03:04:05").src("06:07:08:09:0a:0b");
  }

  private static Ipv4 ipv4() {
    return new Ipv4().src("10.0.0.1").dst("10.0.0.2");
  }

  private static Raw raw(int octets) {
    return Raw.of(new byte[octets]);
  }
}
