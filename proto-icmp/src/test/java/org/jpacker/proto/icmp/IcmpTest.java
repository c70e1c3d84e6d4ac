package org.jpacker.proto.icmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.Checksum;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.jpacker.proto.ip.IpProvider;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv6;
import org.jpacker.proto.tcpudp.TcpUdpProvider;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.Test;

class IcmpTest {
  private static final ProtocolRegistry REGISTRY =
      ProtocolRegistry.of(new IpProvider(), new TcpUdpProvider(), new IcmpProvider());

  private static Packet again(Packet packet) {
    return Packet.read(packet.toBytes(), packet.linkType(), REGISTRY);
  }

  @Test
  void echoRequestIsFilledIn() {
    Packet ping =
        Packet.of(
            new Ipv4().src("1.2.3.4").dst("5.6.7.8"), Icmpv4.echoRequest(0x1234, 7, "foobar"));
    byte[] octets = ping.toBytes();
    assertEquals(34, octets.length);
    assertEquals(1, octets[9]);
    int sum = 0;
    for (int i = 20; i < 34; i += 2) {
      sum += (octets[i] & 0xff) << 8 | octets[i + 1] & 0xff;
    }
    assertEquals(0xffff, (sum & 0xffff) + (sum >>> 16));
    Icmpv4 icmp = again(ping).get(Icmpv4.class);
    assertEquals(Icmpv4.ECHO_REQUEST, icmp.type());
    assertEquals(0x1234, icmp.ident());
    assertEquals(7, icmp.seq());
    assertEquals(List.of(), again(ping).verify());
  }

  @Test
  void quotedPacketIsOneOfItsOwn() {
    Udp udp = new Udp().srcPort(7).dstPort(9);
    udp.payload("hello");
    byte[] lost = Packet.of(new Ipv4().src("9.9.9.9").dst("8.8.8.8"), udp).toBytes();
    Packet error = again(Packet.of(new Ipv4(), Icmpv4.destinationUnreachable(3, lost)));
    assertNull(error.get(Udp.class));
    Packet quoted = error.get(Icmpv4.class).quoted().orElseThrow();
    assertEquals(9, quoted.get(Udp.class).dstPort());
    assertEquals("9.9.9.9", quoted.get(Ipv4.class).src().toString());
    assertEquals(0, error.get(Icmpv4.class).ident());
    assertFalse(Icmpv4.IDENT.isPresent(error.get(Icmpv4.class)));
  }

  /** Nodes on the way change what is quoted, and its checksums with it or not. */
  @Test
  void checksumsOfWhatIsQuotedAreThoseOfThatPacket() {
    Udp udp = new Udp().srcPort(7).dstPort(9).checksum(0xbad);
    byte[] lost = Packet.of(new Ipv4().src("9.9.9.9").dst("8.8.8.8").checksum(1), udp).toBytes();
    Packet error = again(Packet.of(new Ipv4(), Icmpv4.destinationUnreachable(3, lost)));
    assertEquals(List.of(), error.verify());
    assertEquals(
        List.of(Ipv4.CHECKSUM, Icmpv4.CHECKSUM),
        error.checksums().stream().map(Checksum::field).toList());
    assertEquals(
        List.of(Checksum.Status.BAD, Checksum.Status.BAD),
        error.get(Icmpv4.class).quoted().orElseThrow().checksums().stream()
            .map(Checksum::status)
            .toList());
  }

  @Test
  void nextHopTellsItsMtu() {
    Icmpv4 icmp = Icmpv4.destinationUnreachable(4, new byte[28]).mtu(1400);
    assertEquals("1400", Icmpv4.MTU.text(icmp));
    assertEquals(
        "icmp.mtu is absent unless fragmentation was needed",
        assertThrows(IllegalStateException.class, () -> new Icmpv4().mtu(1)).getMessage());
  }

  @Test
  void redirectNamesTheGateway() {
    assertEquals("10.0.0.254", Icmpv4.redirect(1, "10.0.0.254", new byte[28]).gateway().toString());
  }

  @Test
  void messageOfFourOctetsIsKept() {
    byte[] octets = Packet.of(new Ipv4().proto(1), org.jpacker.api.Raw.of(new byte[6])).toBytes();
    Packet packet = Packet.read(octets, 228, REGISTRY);
    assertEquals(4, packet.get(Icmpv4.class).headerSize());
    assertEquals(2, packet.get(Icmpv4.class).payload().size());
  }

  @Test
  void echoOverIpv6SumsThePseudoHeader() {
    Packet ping =
        Packet.of(
            new Ipv6().src("2001:db8::1").dst("2001:db8::2"), Icmpv6.echoRequest(1, 2, "data"));
    assertEquals(List.of(), again(ping).verify());
    Icmpv6 icmp = again(ping).get(Icmpv6.class);
    assertEquals(1, icmp.ident());
    assertEquals(2, icmp.seq());
    int sum = 0x2001 + 0xdb8 + 1 + 0x2001 + 0xdb8 + 2 + 12 + 58;
    sum += 0x8000 + 1 + 2 + 0x6461 + 0x7461;
    assertEquals(~((sum & 0xffff) + (sum >>> 16)) & 0xffff, icmp.checksum());
  }

  @Test
  void neighborDiscoveryHasOptions() {
    List<NdOption> options =
        List.of(
            new NdOption.SourceLinkLayer(Address.Mac.of("02:00:00:00:00:01")),
            new NdOption.Mtu(1500),
            new NdOption.PrefixInformation(
                64, true, false, false, 0xffffffffL, 600, Address.Ipv6.of("2001:db8::")),
            new NdOption.Unknown(25, new OctetString(new byte[14])));
    Packet packet =
        again(
            Packet.of(
                new Ipv6().src("fe80::1").dst("ff02::1").hlim(255),
                Icmpv6.neighborSolicitation("fe80::2").options(options)));
    Icmpv6 icmp = packet.get(Icmpv6.class);
    assertEquals(options, icmp.options());
    assertEquals("fe80::2", icmp.target().toString());
    assertEquals("fe80::2", Icmpv6.ASKED.text(icmp));
    assertEquals("", Icmpv6.ADVERTISED.text(icmp));
    assertEquals(List.of(), packet.verify());
  }

  @Test
  void discoveryOptionOfLengthZeroIsTheLast() {
    byte[] octets = Packet.of(new Ipv6(), Icmpv6.neighborAdvertisement("fe80::2")).toBytes();
    byte[] longer = java.util.Arrays.copyOf(octets, octets.length + 8);
    longer[5] += 8;
    longer[octets.length] = 1;
    Icmpv6 icmp = Packet.read(longer, 229, REGISTRY).get(Icmpv6.class);
    assertEquals(
        "[Truncated[octets=0100000000000000, reason=length 0, 8 octets are left]]",
        icmp.options().toString());
    assertTrue(Icmpv6.SOLICITED.get(icmp));
  }

  @Test
  void packetThatWasTooBigIsQuoted() {
    byte[] message = HexFormat.of().parseHex("02000000" + "00000578" + "60000000");
    Packet packet =
        Packet.read(
            Packet.of(new Ipv6().nxt(58), org.jpacker.api.Raw.of(message)).toBytes(),
            229,
            REGISTRY);
    Icmpv6 icmp = packet.get(Icmpv6.class);
    assertEquals("1400", Icmpv6.MTU.text(icmp));
    assertEquals(4, icmp.quoted().orElseThrow().capturedLength());
  }

  @Test
  void listenerReportOfVersionTwoHasRecords() {
    List<GroupRecord> records =
        List.of(
            new GroupRecord(
                4,
                Address.Ipv6.of("ff02::fb"),
                List.of(Address.Ipv6.of("fe80::1")),
                OctetString.of(0, 0, 0, 0)));
    Icmpv6 report = Icmpv6.listenerReport(records);
    assertEquals(8 + 4 + 16 + 16 + 4, report.size());
    assertEquals(records, Icmpv6.PROTOCOL.header(report.toBytes()).records());
    Icmpv6 query = Icmpv6.listenerQuery("::", List.of(Address.Ipv6.of("fe80::2")));
    assertEquals(
        List.of(Address.Ipv6.of("fe80::2")), Icmpv6.PROTOCOL.header(query.toBytes()).sources());
  }

  @Test
  void groupRecordThatCountsMoreSourcesThanThereAreIsLeftOut() {
    byte[] octets = Igmp.report(List.of(record("224.0.0.1"), record("224.0.0.2"))).toBytes();
    octets[8 + 8 + 3] = 9; // the second record's number of sources
    Igmp igmp = Igmp.PROTOCOL.header(octets);
    assertEquals(List.of(record("224.0.0.1")), igmp.records());
    assertEquals(2, igmp.numGrpRecs());
  }

  private static GroupRecord record(String group) {
    return new GroupRecord(2, Address.Ipv4.of(group), List.of(), OctetString.EMPTY);
  }

  /** RFC 792: a time stamp counts the milliseconds of the day, in universal time. */
  @Test
  void timestampReplyHasThreeTimes() {
    Icmpv4 reply = Icmpv4.timestampReply(7, 1, 1000, 86_399_999, 86_400_000L);
    Icmpv4 read = Icmpv4.PROTOCOL.header(reply.toBytes());
    assertEquals(86_399_999, Icmpv4.RECEIVE.get(read));
    assertEquals(20, read.headerSize());
    assertEquals(0, read.payload().size());
    assertEquals(8, icmpv4("0d00 0000 0007 0001 0000").headerSize());
  }

  /** RFC 1256, section 3.1: preference levels may be negative. */
  @Test
  void routerAdvertisementListsRouters() {
    Icmpv4 read = icmpv4("0900 0000 02 02 0708 0a000001 00000000 0a000002 ffffffff");
    assertEquals(
        List.of(
            new Icmpv4.Router(Address.Ipv4.of("10.0.0.1"), 0),
            new Icmpv4.Router(Address.Ipv4.of("10.0.0.2"), -1)),
        read.routers());
    Icmpv4 made = Icmpv4.routerAdvertisement(1800, read.routers());
    assertEquals(read.routers(), made.routers());
    assertEquals(24, made.toBytes().length);
    assertEquals(List.of(), (icmpv4("0900 0000 ff 00 0708 0a000001 00000000")).routers());
  }

  /** RFC 4884, section 4.1, and RFC 4950, section 3: the labels that a packet arrived with. */
  @Test
  void labelsFollowTheQuotedPacket() {
    List<IcmpExtension> labels =
        List.of(
            new IcmpExtension.MplsLabelStack(
                List.of(
                    new IcmpExtension.Label(100_704, 0, false, 1),
                    new IcmpExtension.Label(16, 7, true, 254))),
            new IcmpExtension.Unknown(2, 15, OctetString.of(1, 2, 3, 4)));
    Packet inner =
        Packet.of(
            new Ipv4().src("9.9.9.9").dst("10.0.0.1"), new Udp().dstPort(9), Raw.of(new byte[7]));
    Icmpv4 error = Icmpv4.timeExceeded(0, inner.toBytes()).extensions(labels);
    Packet read = Packet.read(Packet.of(new Ipv4(), error).toBytes(), 228);
    Icmpv4 found = read.get(Icmpv4.class);
    assertEquals(labels, found.extensions());
    assertEquals(128, found.payload().size() - 4 - 12 - 8);
    assertEquals(9, found.quoted().orElseThrow().get(Udp.class).dstPort());
    // section 5.5: a message of old has no length, and is known by the checksum
    Icmpv4.LENGTH.set(found, 0);
    assertEquals(labels, found.extensions());
    byte[] damaged = found.payload().toBytes();
    damaged[140] ^= 1;
    assertEquals(List.of(), Icmpv4.timeExceeded(0, damaged).extensions());
    Icmpv6 six = new Icmpv6().type(Icmpv6.TIME_EXCEEDED);
    six.payload(new byte[48]);
    assertEquals(labels, six.extensions(labels).extensions());
    assertEquals(16, Icmpv6.LENGTH.get(six));
  }

  private static Icmpv4 icmpv4(String hex) {
    return Icmpv4.PROTOCOL.header(HexFormat.of().parseHex(hex.replace(" ", "")));
  }
}
