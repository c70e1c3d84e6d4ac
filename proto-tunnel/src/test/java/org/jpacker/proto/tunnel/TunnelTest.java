package org.jpacker.proto.tunnel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ethernet.EthernetProvider;
import org.jpacker.proto.ip.Gre;
import org.jpacker.proto.ip.IpProvider;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.TcpUdpProvider;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.Test;

/** Tunnels over UDP, octets laid out by hand. */
class TunnelTest {
  private static final ProtocolRegistry REGISTRY =
      ProtocolRegistry.of(
          new EthernetProvider(), new IpProvider(), new TcpUdpProvider(), new TunnelProvider());
  private static final int RAW_IP = 101;
  private static final String FRAME = "020000000002 020000000001 9999 00";
  private static final String IP = "4500 0014 0000 0000 40 fd 0000 c0000201 c0000202";

  private static Packet read(int port, String hex) {
    Udp udp = new Udp().srcPort(4000).dstPort(port);
    udp.payload(HexFormat.of().parseHex(hex.replace(" ", "")));
    Packet packet = Packet.of(RAW_IP, new Ipv4().src("192.0.2.1").dst("192.0.2.2"), udp);
    return Packet.read(packet.toBytes(), RAW_IP, REGISTRY);
  }

  private static Header between(int source, int destination, String hex) {
    Udp udp = new Udp().srcPort(source).dstPort(destination);
    udp.payload(HexFormat.of().parseHex(hex.replace(" ", "")));
    Packet packet = Packet.of(RAW_IP, new Ipv4().src("192.0.2.1").dst("192.0.2.2"), udp);
    Layer payload = Packet.read(packet.toBytes(), RAW_IP, REGISTRY).get(Udp.class).payload();
    return assertInstanceOf(Header.class, payload);
  }

  /** RFC 7348, section 5; RFC 8926, section 3.3; RFC 7510, section 3: the source port is a hash. */
  @Test
  void destinationPortSaysWhichTunnelItIs() {
    String vxlan = "08000000 00002a00" + FRAME;
    String gtp = "30 ff 0014 00000001" + IP;
    String geneve = "00 00 6558 00002a 00" + FRAME;
    for (int source : new int[] {9, 2152, 4789, 6081, 6635, 40000}) {
      assertEquals("vxlan", between(source, 4789, vxlan).protocol().name());
      assertEquals("gtp", between(source, 2152, gtp).protocol().name());
      assertEquals("geneve", between(source, 6081, geneve).protocol().name());
      assertEquals("mpls", between(source, 6635, "0001013f" + IP).protocol().name());
    }
  }

  /** The answer to an echo request goes to the port that it came from. */
  @Test
  void sourcePortIsAskedWhereTheDestinationDoesNotTakeTheOctets() {
    assertEquals("gtp", between(2152, 9, "30 ff 0014 00000001" + IP).protocol().name());
    assertEquals("vxlan", between(4789, 9, "08000000 00002a00" + FRAME).protocol().name());
    assertEquals("vxlan", between(4789, 2152, "08000000 00002a00" + FRAME).protocol().name());
  }

  /** RFC 7348, section 5: the flag I says that the VXLAN network identifier counts. */
  @Test
  void networkIdentifierHas24Bits() {
    Packet packet = read(4789, "08000000 abcdef00" + FRAME);
    Vxlan vxlan = packet.get(Vxlan.class);
    assertTrue(vxlan.flagI());
    assertEquals(0xabcdef, vxlan.vni());
    assertNotNull(packet.get(Ethernet.class));
    assertArrayEquals(HexFormat.of().parseHex("0800000000002a00"), new Vxlan().vni(42).toBytes());
  }

  /** draft-smith-vxlan-group-policy, section 2.1: the flag G tells of a policy in 16 bits. */
  @Test
  void groupPolicyHas16Bits() {
    Vxlan vxlan = read(4789, "88481234 00000100" + FRAME).get(Vxlan.class);
    assertTrue(vxlan.flagG() && vxlan.flagD() && vxlan.flagA());
    assertEquals(0x1234, vxlan.gbp());
  }

  /**
   * RFC 8926, section 3.4: the length of the options counts words of four octets, without the
   * header.
   */
  @Test
  void optionsOfGeneveAreCountedInWords() {
    Packet packet = read(6081, "02 40 6558 00002a 00 0102 83 01 01020304" + FRAME);
    Geneve geneve = packet.get(Geneve.class);
    assertEquals(16, geneve.headerSize());
    assertTrue(geneve.critical());
    assertFalse(geneve.oam());
    GeneveOption option = new GeneveOption(0x102, 0x83, OctetString.of(1, 2, 3, 4));
    assertEquals(List.of(option), geneve.options());
    assertTrue(option.isCritical());
    assertEquals("0x0102", Geneve.LAYOUT.field("geneve.option.class").text(geneve));
    assertEquals("0x83", Geneve.LAYOUT.field("geneve.option.type").text(geneve));
    assertNotNull(packet.get(Ethernet.class));
  }

  /** RFC 8926, section 3.5: the header says how long all options are together. */
  @Test
  void optionThatDoesNotFitIsTheLast() {
    Geneve geneve = read(6081, "01 00 6558 00002a 00 0102 03 01" + FRAME).get(Geneve.class);
    assertTrue(geneve.options().get(0).isTruncated());
    assertEquals("", Geneve.LAYOUT.field("geneve.option.class").text(geneve));
  }

  /** RFC 8926, section 3.4: any EtherType may be carried. */
  @Test
  void geneveMayCarryIp() {
    assertEquals(2, read(6081, "00 00 0800 00002a 00" + IP).all(Ipv4.class).size());
  }

  /** 3GPP TS 29.281, section 5.1: without the flags E, S and PN there are eight octets. */
  @Test
  void shortestHeaderOfGtpHasEightOctets() {
    Packet packet = read(2152, "30 ff 0014 00000001" + IP);
    Gtp gtp = packet.get(Gtp.class);
    assertEquals(8, gtp.headerSize());
    assertEquals(1, gtp.teid());
    assertEquals("", Gtp.SEQ_NUMBER.text(gtp));
    assertEquals(2, packet.all(Ipv4.class).size());
  }

  /** The same: one flag of three makes room for all three fields. */
  @Test
  void oneFlagMakesRoomForThreeFields() {
    Gtp gtp = read(2152, "32 ff 0018 00000001 0007 00 00" + IP).get(Gtp.class);
    assertEquals(7, gtp.seqNumber());
    assertEquals(12, gtp.headerSize());
    assertEquals(List.of(), gtp.extensions());
  }

  /** Section 5.2.1: an extension says its length in units of four octets, and the next type. */
  @Test
  void extensionsAreAChain() {
    Packet packet = read(2152, "34 ff 0020 00000001 0000 00 85 01 0009 c0 01 0005 00" + IP);
    Gtp gtp = packet.get(Gtp.class);
    List<GtpExtension> extensions =
        List.of(
            new GtpExtension(0x85, OctetString.of(0, 9)),
            new GtpExtension(0xc0, OctetString.of(0, 5)));
    assertEquals(extensions, gtp.extensions());
    assertEquals(20, gtp.headerSize());
    assertEquals(2, packet.all(Ipv4.class).size());
    Gtp made = new Gtp().teid(1).extensions(extensions);
    assertEquals(extensions, Gtp.PROTOCOL.header(made.toBytes()).extensions());
  }

  /** Without a flag there is no room for what the flags tell of. */
  @Test
  void noExtensionsClearTheFlag() {
    List<GtpExtension> one = List.of(new GtpExtension(0x85, OctetString.of(0, 9)));
    Gtp alone = new Gtp().teid(1).extensions(one).extensions(List.of());
    assertArrayEquals(new Gtp().teid(1).toBytes(), alone.toBytes());
    assertArrayEquals(
        new Gtp().teid(1).toBytes(), new Gtp().teid(1).extensions(List.of()).toBytes());
    Gtp numbered = Gtp.PROTOCOL.header(HexFormat.of().parseHex("320100040000000100070000"));
    assertEquals(7, numbered.extensions(one).extensions(List.of()).seqNumber());
    assertEquals(12, numbered.headerSize());
  }

  /** Section 7.2.1: an echo request carries no packet. */
  @Test
  void echoCarriesNoPacket() {
    Packet packet = read(2152, "32 01 0006 00000000 0001 00 00 45 00");
    assertEquals(1, packet.get(Gtp.class).message());
    assertEquals(2, packet.get(Raw.class).size());
  }

  @Test
  void extensionOfNoSizeIsRefused() {
    Packet packet = read(2152, "34 ff 0008 00000001 0000 00 85 00 0009 00");
    assertEquals("an extension header of size 0", packet.get(Malformed.class).reason().rule());
  }

  /** RFC 8086, section 8.1: GRE in UDP has port 4754, and the header is that of GRE. */
  @Test
  void greIsFoundOverUdpToo() {
    Packet packet = read(4754, "2000 6558 00000007" + FRAME);
    assertEquals(7, packet.get(Gre.class).key());
    assertNotNull(packet.get(Ethernet.class));
  }
}
