package org.jpacker.proto.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.proto.ip.IpProvider;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv6;
import org.junit.jupiter.api.Test;

/**
 * Headers of routing protocols. The checksums were worked out by another program, from what the
 * RFCs say they cover.
 */
class RoutingProtocolsTest {
  private static final ProtocolRegistry REGISTRY =
      ProtocolRegistry.of(new IpProvider(), new RoutingProvider());
  private static final int RAW_IP = 101;

  private static Packet read4(int protocol, String dst, String hex) {
    String body = hex.replace(" ", "");
    Ipv4 ip = new Ipv4().src("192.0.2.1").dst(dst).proto(protocol);
    ip.payload(HexFormat.of().parseHex(body));
    return Packet.read(Packet.of(RAW_IP, ip).toBytes(), RAW_IP, REGISTRY);
  }

  private static Packet read6(int protocol, String dst, String hex) {
    Ipv6 ip = new Ipv6().src("fe80::1").dst(dst).nxt(protocol);
    ip.payload(HexFormat.of().parseHex(hex.replace(" ", "")));
    return Packet.read(Packet.of(RAW_IP, ip).toBytes(), RAW_IP, REGISTRY);
  }

  /** RFC 2328, section D.4: the checksum passes over the authentication. */
  @Test
  void checksumOfOspfLeavesTheAuthenticationOut() {
    Packet packet =
        read4(
            89,
            "224.0.0.5",
            "02 01 002c c0000201 00000000 789b 0001 7061737377640000"
                + " ffffff00 000a 02 01 00000028 c0000201 00000000");
    Ospf ospf = packet.get(Ospf.class);
    assertEquals(1, ospf.authType());
    assertEquals(20, ospf.payload().size());
    ospf.unpin(Ospf.CHECKSUM);
    // the sum covers the type of the authentication
    assertEquals(0x789a, ospf.checksum());
  }

  /** RFC 5340, section A.3.1: version 3 has no authentication, and sums the pseudo header. */
  @Test
  void ospfOfIpv6SumsThePseudoHeader() {
    Packet packet = read6(89, "ff02::5", "03 01 0010 c0000201 00000000 3cfa 00 00");
    assertEquals(16, packet.get(Ospf.class).headerSize());
    assertEquals(List.of(), packet.verify());
  }

  /** RFC 7868, section 6.4: the checksum covers the message, without a pseudo header. */
  @Test
  void eigrpSumsItself() {
    Packet packet = read4(88, "224.0.0.10", "02 05 fd96 00000000 00000000 00000000 0000 0064");
    assertEquals(100, packet.get(Eigrp.class).autonomousSystem());
    assertEquals(List.of(), packet.verify());
  }

  /**
   * RFC 7761, section 4.9.3: the checksum of a Register covers eight octets, not what it carries.
   */
  @Test
  void registerOfPimSumsEightOctets() {
    Packet packet = read4(103, "192.0.2.2", "21 00 deff 00000000 4500 0014" + "ff".repeat(16));
    assertEquals(1, packet.get(Pim.class).type());
    assertEquals(List.of(), packet.verify());
  }

  /** The same: over IPv6 the pseudo header is in the sum. */
  @Test
  void helloOfPimSumsThePseudoHeaderOverIpv6Only() {
    assertEquals(List.of(), read4(103, "224.0.0.13", "20 00 df93 0001 0002 0069").verify());
    assertEquals(List.of(), read6(103, "ff02::d", "20 00 e190 0001 0002 0069").verify());
  }

  /** RFC 3768, section 5.3.8: the message; RFC 5798, section 5.2.8: the pseudo header too. */
  @Test
  void vrrpOfVersionThreeSumsThePseudoHeader() {
    Packet two = read4(112, "224.0.0.18", "21 01 64 01 00 01 b8f2 c0000209 0000000000000000");
    assertEquals(List.of(), two.verify());
    assertEquals(1, two.get(Vrrp.class).adverInt());
    assertEquals(List.of(Address.Ipv4.of("192.0.2.9")), two.get(Vrrp.class).addresses());
    Packet three = read4(112, "224.0.0.18", "31 01 64 01 0064 05ff c0000209");
    assertEquals(List.of(), three.verify());
    assertEquals(100, three.get(Vrrp.class).shortAdverInt());
    assertEquals("", Vrrp.ADVER_INT.text(three.get(Vrrp.class)));
  }

  /** RFC 5798, section 5.2.9: over IPv6 the addresses have sixteen octets. */
  @Test
  void vrrpOverIpv6HasAddressesOfIpv6() {
    Packet packet =
        read6(112, "ff02::12", "31 01 64 01 0064 0000 fe800000000000000000000000000009");
    assertEquals(List.of(Address.Ipv6.of("fe80::9")), packet.get(Vrrp.class).addresses());
  }

  /** RFC 8200, section 8.1: an extension header in between changes nothing about the sum. */
  @Test
  void extensionHeaderHidesNoIpv6() {
    String options = "%02x 00 01 04 00000000";
    Packet pim = read6(60, "ff02::d", options.formatted(103) + "20 00 e190 0001 0002 0069");
    assertEquals(0, pim.get(Pim.class).type());
    assertEquals(List.of(), pim.verify());
    Packet vrrp =
        read6(
            60,
            "ff02::12",
            options.formatted(112) + "31 01 64 01 0064 0000 fe800000000000000000000000000009");
    assertEquals(List.of(Address.Ipv6.of("fe80::9")), vrrp.get(Vrrp.class).addresses());
  }
}
