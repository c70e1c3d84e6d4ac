package org.jpacker.proto.tcpudp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.Checksum;
import org.jpacker.api.Discrepancy;
import org.jpacker.api.Header;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.proto.ip.Gre;
import org.jpacker.proto.ip.IpProvider;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv4Option;
import org.jpacker.proto.ip.Ipv6;
import org.jpacker.proto.ip.Ipv6DestinationOptions;
import org.jpacker.proto.ip.Ipv6Fragment;
import org.jpacker.proto.ip.Ipv6HopByHop;
import org.jpacker.proto.ip.Ipv6Option;
import org.jpacker.proto.ip.Ipv6Routing;
import org.jpacker.proto.ip.Mip6;
import org.junit.jupiter.api.Test;

/**
 * Which addresses the checksums of transports cover: those of the two ends, wherever they stand.
 */
class PseudoHeaderTest {
  private static final ProtocolRegistry REGISTRY =
      ProtocolRegistry.of(new IpProvider(), new TcpUdpProvider());
  private static final int IPV4 = 228;
  private static final int IPV6 = 229;

  private static final Address.Ipv4 HOP4 = Address.Ipv4.of("203.0.113.6");
  private static final Address.Ipv4 LAST4 = Address.Ipv4.of("203.0.113.7");
  private static final Address.Ipv6 HOME = Address.Ipv6.of("2001:db8:aaaa::1");
  private static final Address.Ipv6 HOP6 = Address.Ipv6.of("2001:db8::3");
  private static final Address.Ipv6 LAST6 = Address.Ipv6.of("2001:db8::4");

  private static Udp udp() {
    Udp udp = new Udp().srcPort(1000).dstPort(2000);
    udp.payload("payload");
    return udp;
  }

  private static Ipv6DestinationOptions home() {
    return new Ipv6DestinationOptions().options(List.of(new Ipv6Option.HomeAddress(HOME)));
  }

  private static Ipv4 ipv4(String dst) {
    return new Ipv4().src("192.0.2.1").dst(dst);
  }

  private static Ipv6 ipv6(String dst) {
    return new Ipv6().src("2001:db8::1").dst(dst);
  }

  /** The packet as a capture would have it. */
  private static Packet again(Packet packet) {
    return Packet.read(packet.toBytes(), packet.linkType(), REGISTRY);
  }

  /** The checksum of the same datagram between the two ends without anything in between. */
  private static int between(Header ip) {
    return checksum(Packet.of(ip, udp()));
  }

  private static int checksum(Packet packet) {
    return again(packet).get(Udp.class).checksum();
  }

  private static Packet routed4(int type, int pointer, Address.Ipv4... nodes) {
    Ipv4Option route = new Ipv4Option.Route(type, pointer, List.of(nodes));
    return Packet.of(ipv4("198.51.100.2").options(List.of(new Ipv4Option.Nop(), route)), udp());
  }

  private static Packet routed6(Ipv6Routing routing) {
    return Packet.of(ipv6("2001:db8::2"), routing, udp());
  }

  @Test
  void sourceRouteOfIpv4LeadsToItsLastAddress() {
    // tshark 4.0.17 calls these numbers right
    assertEquals(0x38df, checksum(routed4(Ipv4Option.Route.LOOSE, 4, LAST4)));
    assertEquals(0x38df, between(ipv4("203.0.113.7")));
    assertEquals(0x38df, checksum(routed4(Ipv4Option.Route.STRICT, 4, HOP4, LAST4)));
    assertEquals(0x38df, checksum(routed4(Ipv4Option.Route.STRICT, 8, HOP4, LAST4)));
    assertEquals(0x4ab1, checksum(routed4(Ipv4Option.Route.LOOSE, 8, LAST4)), "used up");
    assertEquals(0x4ab1, checksum(routed4(Ipv4Option.Route.LOOSE, 255, LAST4)), "used up");
    assertEquals(0x4ab1, checksum(routed4(Ipv4Option.Route.RECORD, 4, LAST4)), "no source route");
    assertEquals(0x4ab1, checksum(routed4(Ipv4Option.Route.LOOSE, 4)), "no address");
  }

  @Test
  void routeOfOddLengthIsNone() {
    Packet packet = routed4(Ipv4Option.Route.LOOSE, 4, LAST4);
    byte[] octets = packet.toBytes();
    octets[22]--; // the length of the option
    Packet odd = Packet.read(octets, IPV4, REGISTRY);
    odd.refresh();
    assertEquals(0x4ab1, checksum(odd));
  }

  @Test
  void homeAddressStandsForTheSource() {
    Packet packet = Packet.of(ipv6("2001:db8::2"), home(), udp());
    assertEquals(0x30c9, checksum(packet));
    assertEquals(0x30c9, between(new Ipv6().src(HOME).dst("2001:db8::2")));
    Packet behindOthers =
        Packet.of(ipv6("2001:db8::2"), new Ipv6HopByHop(), home(), new Ipv6Fragment(), udp());
    assertEquals(0x30c9, checksum(behindOthers));
    assertEquals(List.of(), again(behindOthers).verify());
  }

  @Test
  void mobilityHeaderCountsTheHomeAddressToo() {
    byte[] update = HexFormat.of().parseHex("0001c000000a01020000");
    Packet away = Packet.of(ipv6("2001:db8::2"), home(), Mip6.of(5, update));
    Packet home = Packet.of(new Ipv6().src(HOME).dst("2001:db8::2"), Mip6.of(5, update));
    assertEquals(home.last(Mip6.class).checksum(), away.last(Mip6.class).checksum());
    assertEquals(List.of(), again(away).verify());
  }

  @Test
  void routingHeadersOfAllTypesLeadToTheirLastNode() {
    int wanted = between(ipv6("2001:db8::4"));
    assertEquals(0xdb71, wanted);
    List<Address.Ipv6> forth = List.of(HOP6, LAST6);
    assertEquals(wanted, checksum(routed6(Ipv6Routing.of(Ipv6Routing.SOURCE_ROUTE, forth))));
    assertEquals(wanted, checksum(routed6(Ipv6Routing.of(Ipv6Routing.MOBILE, List.of(LAST6)))));
    assertEquals(
        wanted,
        checksum(routed6(Ipv6Routing.of(Ipv6Routing.SEGMENT_ROUTING, List.of(LAST6, HOP6)))));
    Ipv6Routing rpl = Ipv6Routing.of(Ipv6Routing.RPL, List.of()).segmentsLeft(2);
    Ipv6Routing.CMPR_I.set(rpl, 15);
    Ipv6Routing.CMPR_E.set(rpl, 15);
    Ipv6Routing.PAD.set(rpl, 6);
    Ipv6Routing.ADDRESSES.set(rpl, new byte[] {3, 4, 0, 0, 0, 0, 0, 0});
    assertEquals(wanted, checksum(routed6(rpl)));
  }

  @Test
  void routeThatOnlyItsNodesKnowMakesChecksumUncheckable() {
    byte[] octets = routed6(new Ipv6Routing().type(5)).toBytes();
    octets[43] = 1; // segments left
    octets[Ipv6Routing.SEGLEFT.bit() / 8 + 40] = 1;
    Packet packet = Packet.read(octets, IPV6, REGISTRY);
    assertEquals(
        List.of(false), packet.verify().stream().map(Discrepancy::checkable).toList(), "verify");
    assertEquals(Checksum.Status.UNVERIFIED, packet.checksums().get(0).status());
    int before = packet.get(Udp.class).checksum();
    packet.get(Udp.class).srcPort(1001);
    assertEquals(before - 1, packet.get(Udp.class).checksum(), "by the change alone");
  }

  @Test
  void changedRouteReachesTheChecksum() {
    Packet packet = again(routed6(Ipv6Routing.of(Ipv6Routing.SOURCE_ROUTE, List.of(HOP6, LAST6))));
    Ipv6Routing routing = packet.get(Ipv6Routing.class).segmentsLeft(0);
    assertEquals(between(ipv6("2001:db8::2")), checksum(packet));
    routing.segmentsLeft(1);
    assertEquals(0xdb71, checksum(packet));
    Ipv6Routing.ADDRESSES.set(routing, HOP6.toBytes());
    assertEquals(between(ipv6("2001:db8::3")), checksum(packet));
    routing.remove();
    assertEquals(between(ipv6("2001:db8::2")), checksum(packet));
  }

  @Test
  void changedHomeAddressReachesTheChecksum() {
    Packet packet = again(Packet.of(ipv6("2001:db8::2"), new Ipv6DestinationOptions(), udp()));
    packet.get(Ipv6DestinationOptions.class).options(List.of(new Ipv6Option.HomeAddress(HOME)));
    assertEquals(0x30c9, checksum(packet));
  }

  @Test
  void changedOptionsOfIpv4ReachTheChecksum() {
    Packet packet = again(routed4(Ipv4Option.Route.LOOSE, 4, LAST4));
    packet.get(Ipv4.class).options(List.of());
    assertEquals(0x4ab1, checksum(packet));
  }

  @Test
  void changedTagOfRouteDoesNotReachTheChecksum() {
    Packet packet = routed6(Ipv6Routing.of(Ipv6Routing.SEGMENT_ROUTING, List.of(LAST6, HOP6)));
    packet.get(Udp.class).checksum(0x1234);
    Packet wrong = again(packet);
    Ipv6Routing.FLAGS.set(wrong.get(Ipv6Routing.class), 1);
    assertEquals(0x1234, checksum(wrong));
  }

  @Test
  void checksumOfCutPacketFollowsItsRoute() {
    byte[] whole =
        routed6(Ipv6Routing.of(Ipv6Routing.SOURCE_ROUTE, List.of(HOP6, LAST6))).toBytes();
    Packet cut = Packet.read(Arrays.copyOf(whole, whole.length - 3), IPV6, REGISTRY);
    cut.get(Ipv6Routing.class).segmentsLeft(0);
    assertEquals(between(ipv6("2001:db8::2")), cut.get(Udp.class).checksum());
    cut.get(Ipv6Routing.class).remove();
    assertEquals(between(ipv6("2001:db8::2")), cut.get(Udp.class).checksum());
    Packet other = Packet.read(Arrays.copyOf(whole, whole.length - 3), IPV6, REGISTRY);
    other.get(Ipv6Routing.class).remove();
    assertEquals(between(ipv6("2001:db8::2")), other.get(Udp.class).checksum());
  }

  @Test
  void innermostIpCountsInTunnels() {
    Packet tunnel =
        Packet.of(
            ipv6("2001:db8::2"),
            Ipv6Routing.of(Ipv6Routing.SOURCE_ROUTE, List.of(HOP6)),
            new Gre(),
            ipv4("198.51.100.2")
                .options(List.of(new Ipv4Option.Route(Ipv4Option.Route.LOOSE, 4, List.of(LAST4)))),
            udp());
    assertEquals(0x38df, checksum(tunnel));
    Packet read = again(tunnel);
    assertEquals(List.of(), read.verify());
    Ipv6Routing.SEGLEFT.set(read.get(Ipv6Routing.class), 0);
    assertEquals(0x38df, checksum(read));
    assertTrue(read.verify().isEmpty());
    assertEquals(
        List.of(Ipv4.CHECKSUM, Udp.CHECKSUM),
        read.checksums().stream().map(Checksum::field).toList());
    read.get(Udp.class).checksum(0xbad);
    assertEquals(
        List.of(Checksum.Status.GOOD, Checksum.Status.BAD),
        again(read).checksums().stream().map(Checksum::status).toList());
  }

  /** No length says where the layer ends, so that a cut packet may have lost a part of it. */
  @Test
  void checksumOfCutPacketWithoutLengthIsNotCheckable() {
    Packet crafted = Packet.of(ipv4("198.51.100.2").len(0), new Tcp().srcPort(1).dstPort(2));
    byte[] octets = crafted.toBytes();
    Link link = Link.of(IPV4, 0, REGISTRY);
    Packet whole = new Packet(octets, 0, octets.length, octets.length, Packet.NO_TIME, link);
    Packet cut = new Packet(octets, 0, octets.length, octets.length + 1, Packet.NO_TIME, link);
    assertEquals(Checksum.Status.GOOD, whole.checksums().get(1).status());
    assertEquals(Checksum.Status.UNVERIFIED, cut.checksums().get(1).status());
    assertEquals(
        List.of(Ipv4.LEN, Tcp.CHECKSUM), cut.verify().stream().map(Discrepancy::field).toList());
    assertFalse(cut.verify().get(1).checkable());
  }

  /** Such a sender knows neither the length nor a checksum that covers it. */
  @Test
  void lengthOfZeroLeavesChecksumsToTheInterface() {
    Packet crafted =
        Packet.of(
            ipv4("198.51.100.2").len(0).checksum(1), new Tcp().srcPort(1).dstPort(2).checksum(2));
    assertEquals(
        List.of(Checksum.Status.UNVERIFIED, Checksum.Status.UNVERIFIED),
        again(crafted).checksums().stream().map(Checksum::status).toList());
    Packet v6 = Packet.of(ipv6("2001:db8::2").plen(0), new Tcp().srcPort(1).checksum(2));
    assertEquals(Checksum.Status.UNVERIFIED, again(v6).checksums().get(0).status());
  }
}
