package org.jpacker.fuzz;

import static org.jpacker.proto.ip.Ipv6Routing.SEGMENT_ROUTING;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.Raw;
import org.jpacker.proto.ethernet.Arp;
import org.jpacker.proto.ethernet.ControlWord;
import org.jpacker.proto.ethernet.Eapol;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ethernet.EthernetControlWord;
import org.jpacker.proto.ethernet.Lacp;
import org.jpacker.proto.ethernet.Llc;
import org.jpacker.proto.ethernet.Lldp;
import org.jpacker.proto.ethernet.LldpOrganizational;
import org.jpacker.proto.ethernet.LldpTlv;
import org.jpacker.proto.ethernet.Loop;
import org.jpacker.proto.ethernet.MacControl;
import org.jpacker.proto.ethernet.Mpls;
import org.jpacker.proto.ethernet.Null;
import org.jpacker.proto.ethernet.ServiceTag;
import org.jpacker.proto.ethernet.Sll;
import org.jpacker.proto.ethernet.Sll2;
import org.jpacker.proto.ethernet.Slow;
import org.jpacker.proto.ethernet.Stp;
import org.jpacker.proto.ethernet.Vlan;
import org.jpacker.proto.ethernet.WakeOnLan;
import org.jpacker.proto.http.Http;
import org.jpacker.proto.icmp.GroupRecord;
import org.jpacker.proto.icmp.Icmpv4;
import org.jpacker.proto.icmp.Icmpv6;
import org.jpacker.proto.icmp.Igmp;
import org.jpacker.proto.icmp.NdOption;
import org.jpacker.proto.ip.Ah;
import org.jpacker.proto.ip.Erspan;
import org.jpacker.proto.ip.Esp;
import org.jpacker.proto.ip.EtherIp;
import org.jpacker.proto.ip.Gre;
import org.jpacker.proto.ip.IpComp;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv4Option;
import org.jpacker.proto.ip.Ipv6;
import org.jpacker.proto.ip.Ipv6DestinationOptions;
import org.jpacker.proto.ip.Ipv6Fragment;
import org.jpacker.proto.ip.Ipv6HopByHop;
import org.jpacker.proto.ip.Ipv6Option;
import org.jpacker.proto.ip.Ipv6Routing;
import org.jpacker.proto.ip.Mip6;
import org.jpacker.proto.ppp.Ccp;
import org.jpacker.proto.ppp.Chap;
import org.jpacker.proto.ppp.CiscoHdlc;
import org.jpacker.proto.ppp.FrameRelay;
import org.jpacker.proto.ppp.Ipcp;
import org.jpacker.proto.ppp.Ipv6cp;
import org.jpacker.proto.ppp.Lcp;
import org.jpacker.proto.ppp.Pap;
import org.jpacker.proto.ppp.Ppp;
import org.jpacker.proto.ppp.PppoeDiscovery;
import org.jpacker.proto.ppp.PppoeSession;
import org.jpacker.proto.ppp.PppoeTag;
import org.jpacker.proto.ppp.Slarp;
import org.jpacker.proto.routing.Eigrp;
import org.jpacker.proto.routing.Ospf;
import org.jpacker.proto.routing.Pim;
import org.jpacker.proto.routing.Vrrp;
import org.jpacker.proto.tcpudp.Dccp;
import org.jpacker.proto.tcpudp.Sctp;
import org.jpacker.proto.tcpudp.SctpChunk;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.TcpOption;
import org.jpacker.proto.tcpudp.Udp;
import org.jpacker.proto.tcpudp.UdpLite;
import org.jpacker.proto.tunnel.Geneve;
import org.jpacker.proto.tunnel.GeneveOption;
import org.jpacker.proto.tunnel.Gtp;
import org.jpacker.proto.tunnel.Vxlan;

/** Packets with plausible values, one for each protocol, by the name of the protocol. */
public final class ExamplePackets {
  private static final String HERE = "02:00:00:00:00:01";
  private static final String THERE = "02:00:00:00:00:02";
  private static final int FREE = 253;
  private static final int CHDLC = 104;
  private static final int FRAME_RELAY = 107;
  private static final int NULL = 0;
  private static final int LINK_PPP = 9;
  private static final int LINUX_SLL = 113;
  private static final int LINUX_SLL2 = 276;

  private final Map<String, Packet> packets = new LinkedHashMap<>();

  private ExamplePackets() {}

  /** All packets by the name of the protocol. */
  public static Map<String, Packet> all() {
    ExamplePackets examples = new ExamplePackets();
    examples.links();
    examples.bridges();
    examples.lines();
    examples.internet();
    examples.security();
    examples.routing();
    examples.control();
    examples.transports();
    examples.tunnels();
    return examples.packets;
  }

  private void put(String name, Layer... layers) {
    packets.put(name, Packet.of(layers));
  }

  private static Ethernet eth() {
    return new Ethernet().dst(THERE).src(HERE);
  }

  private static Ipv4 ip() {
    return new Ipv4().src("192.0.2.1").dst("192.0.2.2").id(1);
  }

  private static Ipv6 ipv6() {
    return new Ipv6().src("2001:db8::1").dst("2001:db8::2");
  }

  private static Udp udp() {
    return new Udp().srcPort(4000).dstPort(4001);
  }

  private static Raw raw(int octets) {
    byte[] data = new byte[octets];
    for (int i = 0; i < octets; i++) {
      data[i] = (byte) i;
    }
    return Raw.of(data);
  }

  private static Icmpv4 ping() {
    return Icmpv4.echoRequest(7, 1, "ping");
  }

  private void links() {
    put("eth", eth(), ip(), ping());
    put("vlan", eth(), new Vlan().id(100).priority(5).dei(true), ip(), ping());
    put("ieee8021ad", eth(), new ServiceTag().id(7), new Vlan().id(8), ip(), ping());
    packets.put("sll", Packet.of(LINUX_SLL, new Sll().pkttype(4).src(HERE), ip(), ping()));
    packets.put(
        "sll2", Packet.of(LINUX_SLL2, new Sll2().ifindex(3).src(HERE), ipv6(), udp(), raw(4)));
    packets.put("null", Packet.of(NULL, new Null(), ip(), ping()));
    put("arp", eth().dst("ff:ff:ff:ff:ff:ff"), Arp.request(HERE, "192.0.2.1", "192.0.2.2"));
    put("wol", eth(), ip(), new Udp().srcPort(4000).dstPort(9), new WakeOnLan().mac(THERE));
    put("loop", eth(), new Loop().skipcount(0), raw(46));
  }

  private void bridges() {
    put("llc", eth(), new Llc().oui(0), ip(), ping());
    put(
        "stp",
        eth().dst("01:80:c2:00:00:00"),
        Llc.between(0x42, 0x42),
        new Stp()
            .rootPrio(32768)
            .rootHw(HERE)
            .rootCost(4)
            .bridgePrio(32768)
            .bridgeHw(THERE)
            .port(0x8001)
            .maxAge(20 * 256)
            .hello(2 * 256)
            .forward(15 * 256));
    put("macc", eth().dst("01:80:c2:00:00:01"), new MacControl().pauseTime(0xffff));
    put("slow", eth().dst("01:80:c2:00:00:02"), new Slow().subtype(10), raw(20));
    put(
        "lacp",
        eth().dst("01:80:c2:00:00:02"),
        new Slow(),
        new Lacp()
            .actorSysPriority(32768)
            .actorSysid(HERE)
            .actorKey(17)
            .actorPort(1)
            .actorState(0x3d)
            .partnerSysid(THERE)
            .partnerKey(18));
    put(
        "lldp",
        eth().dst("01:80:c2:00:00:0e"),
        new Lldp()
            .tlvs(
                List.of(
                    new LldpTlv.ChassisId(4, new OctetString(Address.Mac.of(HERE).toBytes())),
                    new LldpTlv.PortId(7, new OctetString("port1".getBytes())),
                    new LldpTlv.TimeToLive(120),
                    new LldpTlv.SystemName("switch"),
                    new LldpTlv.Capabilities(0x14, 0x04),
                    new LldpTlv.ManagementAddress(
                        1, OctetString.of(192, 0, 2, 1), 2, 7, OctetString.EMPTY),
                    new LldpOrganizational.PortVlan(100),
                    new LldpOrganizational.VlanName(100, "office"),
                    new LldpOrganizational.MacPhy(3, 0x6c01, 30),
                    new LldpOrganizational.MaximumFrameSize(1518),
                    new LldpTlv.End())));
    put("eapol", eth().dst("01:80:c2:00:00:03"), new Eapol().version(1).type(1));
    put("mpls", eth(), new Mpls().label(16).ttl(63), new Mpls().label(17).exp(3), ip(), ping());
    put("pwmcw", eth(), new Mpls().label(16), new ControlWord().flags(1), Raw.of("data"));
    put("pwethcw", eth(), new Mpls().label(16), new EthernetControlWord(), eth(), ip(), ping());
  }

  private void lines() {
    put(
        "pppoed",
        eth().dst("ff:ff:ff:ff:ff:ff"),
        new PppoeDiscovery().code(9).tags(List.of(new PppoeTag(0x101, OctetString.EMPTY))));
    put("pppoes", session(), ip(), ping());
    packets.put("ppp", Packet.of(LINK_PPP, new Ppp(), ip(), ping()));
    put("lcp", join(session(), with(new Lcp().code(9).identifier(3), new byte[4])));
    put("ipcp", join(session(), with(new Ipcp().code(1), new byte[] {3, 6, 10, 0, 0, 1})));
    put(
        "ipv6cp",
        join(session(), with(new Ipv6cp().code(1), new byte[] {1, 10, 0, 0, 0, 0, 0, 0, 0, 1})));
    put("ccp", join(session(), with(new Ccp().code(1), new byte[] {0x1a, 4, 0x78, 0})));
    put("pap", join(session(), with(new Pap().code(1).identifier(1), "\4user\4pass".getBytes())));
    put("chap", join(session(), with(new Chap().code(3).identifier(1), "welcome".getBytes())));
    packets.put("chdlc", Packet.of(CHDLC, new CiscoHdlc(), ip(), ping()));
    packets.put(
        "slarp",
        Packet.of(
            CHDLC, new CiscoHdlc(), new Slarp().address("192.0.2.1").netmask("255.255.255.0")));
    packets.put("fr", Packet.of(FRAME_RELAY, new FrameRelay().dlci(100).nlpid(0xcc), ip(), ping()));
  }

  private static Layer[] session() {
    return new Layer[] {eth(), new PppoeSession().sessionId(0x1234), new Ppp()};
  }

  private void put(String name, Layer[] below, Layer... above) {
    Layer[] all = new Layer[below.length + above.length];
    System.arraycopy(below, 0, all, 0, below.length);
    System.arraycopy(above, 0, all, below.length, above.length);
    packets.put(name, Packet.of(all));
  }

  private static Layer[] join(Layer[] below, Layer above) {
    Layer[] all = Arrays.copyOf(below, below.length + 1);
    all[below.length] = above;
    return all;
  }

  private static <H extends Header> H with(H header, byte[] payload) {
    header.payload(payload);
    return header;
  }

  private void internet() {
    put(
        "ip",
        eth(),
        ip().dscp(46).ttl(1).options(List.of(new Ipv4Option.RouterAlert(0))),
        udp(),
        raw(8));
    put("ipv6", eth(), ipv6().flow(0x12345).tclass(0xb8).hlim(3), udp(), raw(8));
    put(
        "ipv6.hopopts",
        eth(),
        ipv6(),
        new Ipv6HopByHop().options(List.of(new Ipv6Option.RouterAlert(0))),
        udp(),
        raw(8));
    put(
        "ipv6.dstopts",
        eth(),
        ipv6(),
        new Ipv6DestinationOptions().options(List.of(new Ipv6Option.PadN(4))),
        udp(),
        raw(8));
    put(
        "ipv6.routing",
        eth(),
        ipv6(),
        Ipv6Routing.of(
            SEGMENT_ROUTING,
            List.of(Address.Ipv6.of("2001:db8::9"), Address.Ipv6.of("2001:db8::2"))),
        udp(),
        raw(8));
    put(
        "ipv6.fraghdr",
        eth(),
        ipv6(),
        new Ipv6Fragment().nxt(FREE).offset(185).ident(0xcafeL),
        raw(16));
    put("etherip", eth(), ip(), new EtherIp(), eth(), ip(), ping());
  }

  private void security() {
    put("ah", eth(), ip(), new Ah().spi(0x100).sequence(2).icv(new byte[12]), udp(), raw(4));
    put("esp", eth(), ip(), new Esp().spi(0x100).sequence(2), raw(32));
    put("ipcomp", eth(), ip(), new IpComp().nextHeader(17).cpi(2), raw(24));
  }

  private void routing() {
    put(
        "ospf",
        eth(),
        ip().dst("224.0.0.5"),
        new Ospf().msg(1).srcrouter("192.0.2.1").areaId("0.0.0.0"),
        raw(20));
    put("eigrp", eth(), ip().dst("224.0.0.10"), new Eigrp().opcode(5).autonomousSystem(100));
    put("pim", eth(), ip().dst("224.0.0.13"), new Pim(), Raw.of(new byte[] {0, 1, 0, 2, 0, 105}));
    put(
        "vrrp",
        eth(),
        ip().dst("224.0.0.18").ttl(255),
        new Vrrp()
            .virtRtrId(1)
            .shortAdverInt(100)
            .addresses(List.of(Address.Ipv4.of("192.0.2.9"))));
    put("mipv6", eth(), ipv6(), new Mip6().mhtype(1).data(new byte[10]));
  }

  private void control() {
    put("icmp", eth(), ip(), Icmpv4.echoReply(7, 1, new byte[8]));
    put(
        "icmpv6",
        eth(),
        ipv6(),
        Icmpv6.neighborSolicitation("2001:db8::2")
            .options(List.of(new NdOption.SourceLinkLayer(Address.Mac.of(HERE)))));
    put(
        "igmp",
        eth(),
        ip().dst("224.0.0.22").ttl(1),
        Igmp.report(List.of(GroupRecord.of(4, Address.Ipv4.of("233.252.0.1")))));
  }

  private void transports() {
    put(
        "tcp",
        eth(),
        ip(),
        new Tcp()
            .srcPort(4000)
            .dstPort(4001)
            .seq(1000)
            .syn(true)
            .options(
                List.of(
                    new TcpOption.MaximumSegmentSize(1460),
                    new TcpOption.SackPermitted(),
                    new TcpOption.WindowScale(7))));
    put("udp", eth(), ip(), udp(), raw(8));
    put("udplite", eth(), ip(), new UdpLite().srcPort(4000).dstPort(4001).coverage(8), raw(8));
    put(
        "sctp",
        eth(),
        ip(),
        new Sctp()
            .srcPort(4000)
            .dstPort(4001)
            .verificationTag(0)
            .chunks(
                List.of(new SctpChunk.Init(false, 0, 0x1234, 106496, 10, 65535, 1, List.of()))));
    put(
        "dccp",
        eth(),
        ip(),
        Dccp.of(0).srcPort(4000).dstPort(4001).seq(100).serviceCode(0x74657374));
    put(
        "http",
        eth(),
        ip(),
        new Tcp().srcPort(4000).dstPort(80).seq(1).flags(0x18),
        Http.request("GET", "/").header("Host", "example.org"));
  }

  private void tunnels() {
    put("gre", eth(), ip(), new Gre().key(5).sequenceNumber(9), ip(), ping());
    put(
        "erspan",
        eth(),
        ip(),
        new Gre().sequenceNumber(1),
        new Erspan().vlan(10).spanid(3),
        eth(),
        ip(),
        ping());
    put(
        "vxlan",
        eth(),
        ip(),
        new Udp().srcPort(4000).dstPort(4789),
        new Vxlan().vni(42),
        eth(),
        ip(),
        ping());
    put(
        "geneve",
        eth(),
        ip(),
        new Udp().srcPort(4000).dstPort(6081),
        new Geneve()
            .vni(42)
            .options(List.of(new GeneveOption(0x102, 1, OctetString.of(0, 0, 0, 0)))),
        eth(),
        ip(),
        ping());
    put(
        "gtp",
        eth(),
        ip(),
        new Udp().srcPort(2152).dstPort(2152),
        new Gtp().teid(77),
        ip(),
        ping());
  }
}
