package org.jpacker.proto.icmp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Contents;
import org.junit.jupiter.api.Test;

/** Messages of ICMPv6 whose header is the whole message, octets laid out by hand. */
class DiscoveryTest {
  private static final String HERE = "20010db8000000000000000000000001";
  private static final Address.Ipv6 ADDRESS = Address.Ipv6.of("2001:db8::1");

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static Icmpv6 read(String hex) {
    return Icmpv6.PROTOCOL.header(octets(hex));
  }

  private static void assertReads(String hex, NdOption expected) {
    assertEquals(List.of(expected), NdOptions.ALL.decode(octets(hex)));
    assertArrayEquals(octets(hex), NdOptions.ALL.encode(List.of(expected)));
  }

  /** RFC 4861, section 4.2; RFC 6275 for H, RFC 4191 for the preference, RFC 4389 for P. */
  @Test
  void routerAdvertisementHasFlags() {
    Icmpv6 icmp = read("86 00 0000 40 ec 0708 00000001 00000002 05 01 0000 000005dc");
    assertEquals("64", Icmpv6.HOP_LIMIT.text(icmp));
    assertEquals("1", Icmpv6.MANAGED.text(icmp));
    assertEquals("1", Icmpv6.HOME_AGENT.text(icmp));
    assertEquals("1", Icmpv6.PREFERENCE.text(icmp));
    assertEquals("1", Icmpv6.PROXY.text(icmp));
    assertEquals("1800", NeighborDiscovery.LIFETIME.text(icmp));
    assertEquals(List.of(new NdOption.Mtu(1500)), icmp.options());
    Icmpv6 made = NeighborDiscovery.routerAdvertisement(64, 1800);
    assertArrayEquals(octets("86000000 40000708 00000000 00000000"), zeroed(made));
  }

  private static byte[] zeroed(Icmpv6 icmp) {
    return icmp.checksum(0).toBytes();
  }

  /** RFC 4861, section 4.6.2, with the flag R of RFC 6275, section 7.2. */
  @Test
  void prefixHasThreeFlags() {
    assertReads(
        "03 04 40 e0 00000e10 00000708 00000000 20010db8000000000000000000000001",
        new NdOption.PrefixInformation(64, true, true, true, 3600, 1800, ADDRESS));
  }

  /** RFC 4861, section 4.6: what is reserved is ignored; a router was seen that sets it. */
  @Test
  void reservedBitsOfOptionsAreIgnored() {
    assertEquals(
        List.of(new NdOption.NameServers(400, List.of(ADDRESS))),
        NdOptions.ALL.decode(octets("19 03 0001 00000190" + HERE)));
    assertInstanceOf(
        NdOption.Unknown.class,
        NdOptions.ALL.decode(octets("19 02 0000 00000190 00000000 00000000")).get(0));
  }

  /** RFC 4861, section 4.5: the packet that went the wrong way is in an option. */
  @Test
  void redirectQuotesThePacket() {
    String packet = "60000000 0000 3b 40" + HERE + HERE;
    Icmpv6 icmp =
        NeighborDiscovery.redirect("fe80::1", "2001:db8::2")
            .options(List.of(new NdOption.RedirectedHeader(new OctetString(octets(packet)))));
    assertEquals(40, icmp.quoted().orElseThrow().length());
  }

  /** RFC 4861, section 4.6.3; RFC 6275, sections 7.3 and 7.4. */
  @Test
  void optionsOfMobilityAreRead() {
    assertReads(
        "04 02 000000000000 0102030405060708",
        new NdOption.RedirectedHeader(OctetString.of(1, 2, 3, 4, 5, 6, 7, 8)));
    assertReads("07 01 0000 000003e8", new NdOption.AdvertisementInterval(1000));
    assertReads("08 01 0000 0005 0708", new NdOption.HomeAgent(5, 1800));
  }

  /** RFC 8106, sections 5.1 and 5.2: servers, and domains as labels, padded with zeros. */
  @Test
  void optionsOfNamesAreRead() {
    assertReads("19 03 0000 00000e10" + HERE, new NdOption.NameServers(3600, List.of(ADDRESS)));
    assertReads(
        "1f 03 0000 00000e10 07 6578616d706c65 03 6f7267 00 000000",
        new NdOption.SearchList(3600, List.of("example.org")));
  }

  /** RFC 4191, section 2.3: a prefix of up to 64 bits takes eight octets, a default route none. */
  @Test
  void routeHasAsMuchPrefixAsItNeeds() {
    assertReads(
        "18 01 00 18 00000e10", new NdOption.RouteInformation(0, 3, 3600, OctetString.EMPTY));
    assertReads(
        "18 02 40 08 00000e10 20010db800000000",
        new NdOption.RouteInformation(64, 1, 3600, OctetString.of(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0)));
  }

  /** RFC 3971; RFC 5175; RFC 6775; RFC 8910; RFC 8781. */
  @Test
  void otherOptionsAreRead() {
    assertReads("0d 02 000000000000 0000000000010000", new NdOption.Timestamp(0x10000));
    assertReads("0e 01 010203040506", new NdOption.Nonce(OctetString.of(1, 2, 3, 4, 5, 6)));
    assertReads("1a 01 800000000000", new NdOption.MoreFlags(0x8000_0000_0000L));
    assertReads(
        "21 02 00 000000 003c 0200000000000001",
        new NdOption.AddressRegistration(0, 60, 0x0200_0000_0000_0001L));
    assertReads(
        "22 02 40 11 0000 003c 20010db800000000",
        new NdOption.Context(64, 0x11, 60, OctetString.of(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0)));
    assertReads("23 03 0002 0001 003c" + HERE, new NdOption.BorderRouter(0x10002, 60, ADDRESS));
    assertReads("25 01 613a2f2f6200", new NdOption.CaptivePortal("a://b"));
    assertReads(
        "26 02 0708 0064ff9b0000000000000000",
        new NdOption.Nat64Prefix(
            0x708 >>> 3, 0, OctetString.of(0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)));
  }

  /** RFC 3810, section 5.1: flags and the number of sources stand behind the address. */
  @Test
  void listenerQueryOfVersionTwoHasFlags() {
    Icmpv6 icmp = read("82 00 0000 2710 0000 " + "00".repeat(16) + " 0a 7d 0001" + HERE);
    assertEquals("1", Icmpv6.SUPPRESS.text(icmp));
    assertEquals("2", Icmpv6.ROBUSTNESS.text(icmp));
    assertEquals("10000", Icmpv6.MAXIMUM_RESPONSE_CODE.text(icmp));
    assertEquals(List.of(ADDRESS), icmp.sources());
    Icmpv6 old = read("82 00 0000 2710 0000 " + "00".repeat(16));
    assertEquals("10000", Icmpv6.MAXIMUM_RESPONSE_DELAY.text(old));
    assertEquals("", Icmpv6.ROBUSTNESS.text(old));
  }

  /** RFC 4620, section 4: type of question, flags, nonce, subject. */
  @Test
  void nodeInformationHasASubject() {
    Icmpv6 icmp = read("8b 00 0000 0003 0022 0102030405060708" + HERE);
    assertEquals("3", Icmpv6.QTYPE.text(icmp));
    assertEquals("1", Icmpv6.G.text(icmp));
    assertEquals("1", Icmpv6.A.text(icmp));
    assertEquals("0", Icmpv6.T.text(icmp));
    assertEquals("2001:db8::1", Icmpv6.SUBJECT_IPV6.text(icmp));
    assertArrayEquals(
        octets("8b000000 00030000 0102030405060708" + HERE),
        zeroed(NodeInformation.query(3, 0x0102030405060708L, ADDRESS)));
    Icmpv6 reply = read("8c 00 0000 0003 0000 0102030405060708 00000000" + HERE);
    assertEquals("2001:db8::1", Icmpv6.NODE_ADDRESS.text(reply));
  }

  /** RFC 6550, sections 6.3 and 6.7: information on a graph, with options. */
  @Test
  void informationOfRplIsRead() {
    Icmpv6 icmp = read("9b 01 0000 1e f0 0100 88 00 00 00" + HERE + "00 01 02 0000");
    assertEquals("30", Icmpv6.DIO_INSTANCE.text(icmp));
    assertEquals("240", Icmpv6.DIO_VERSION.text(icmp));
    assertEquals("256", Icmpv6.DIO_RANK.text(icmp));
    assertEquals("1", Icmpv6.DIO_GROUNDED.text(icmp));
    assertEquals("1", Icmpv6.DIO_MODE.text(icmp));
    assertEquals("2001:db8::1", Icmpv6.DIO_DAGID.text(icmp));
    assertEquals(
        List.of(new RplOption(0, OctetString.EMPTY), new RplOption(1, OctetString.of(0, 0))),
        icmp.rplOptions());
  }

  /** RFC 6550, section 6.4: the graph is named only where the flag D says so. */
  @Test
  void destinationOfRplMayNameTheGraph() {
    Icmpv6 named = read("9b 02 0000 1e c0 00 05" + HERE + "05 02 0000");
    assertEquals("2001:db8::1", Icmpv6.DAO_DODAGID.text(named));
    assertEquals(1, named.rplOptions().size());
    Icmpv6 bare = read("9b 02 0000 1e 80 00 05 05 02 0000");
    assertEquals("", Icmpv6.DAO_DODAGID.text(bare));
    assertEquals("1", Icmpv6.DAO_K.text(bare));
    assertEquals(1, bare.rplOptions().size());
  }

  /** RFC 8335, section 2: the interface that is probed, in an extension without a quoted packet. */
  @Test
  void probeNamesAnInterface() {
    Icmpv4 probe = Icmpv4.extendedEchoRequest(7, 1, new IcmpExtension.InterfaceName("eth0"));
    byte[] octets = probe.toBytes();
    assertEquals(42, octets[0]);
    assertArrayEquals(octets("0007 01 00"), Arrays.copyOfRange(octets, 4, 8));
    assertArrayEquals(octets("0008 03 01 65746830"), Arrays.copyOfRange(octets, 12, 20));
    assertEquals(List.of(new IcmpExtension.InterfaceName("eth0")), probe.extensions());
    Icmpv6 reply = read("a1 00 0000 0007 01 46");
    assertEquals("2", Icmpv6.STATE.text(reply));
    assertEquals("1", Icmpv6.ACTIVE.text(reply));
    assertEquals("1", Icmpv6.HAS_IPV4.text(reply));
    assertEquals("0", Icmpv6.HAS_IPV6.text(reply));
  }

  /**
   * RFC 5837, section 4: the type says which parts follow, and the name has a length of its own.
   */
  @Test
  void interfaceInformationHasTheParts() {
    IcmpExtension information =
        new IcmpExtension.InterfaceInformation(
            1, 15, List.of(Address.Ipv4.of("10.10.10.10")), "eth0", 1500);
    byte[] body = IcmpExtensions.encode(new byte[0], 0, List.of(information));
    assertArrayEquals(
        octets("001c 02 4f 0000000f 0001 0000 0a0a0a0a 08 65746830 000000 000005dc"),
        Arrays.copyOfRange(body, 4, body.length));
    assertEquals(List.of(information), IcmpExtensions.ALL.decode(IcmpExtensions.objects(body, 0)));
  }

  /** RFC 8335, section 2.1: families are those of IANA, and the length is that of the address. */
  @Test
  void probedInterfaceHasAnAddressOfAFamily() {
    assertObject(
        "000c 03 03 0001 04 00 c0000201",
        new IcmpExtension.InterfaceAddress(Address.Ipv4.of("192.0.2.1")));
    assertObject(
        "000e 03 03 4005 06 00 020000000001",
        new IcmpExtension.InterfaceAddress(Address.Mac.of("02:00:00:00:00:01")));
    assertObject(
        "000c 03 03 0001 06 00 c0000201",
        new IcmpExtension.Unknown(3, 3, OctetString.of(0, 1, 6, 0, 0xc0, 0, 2, 1)));
  }

  /** RFC 8335, section 2.1: names are padded; some are not, and more is no padding. */
  @Test
  void nameOfAnInterfaceNeedNotBePadded() {
    assertEquals(
        List.of(new IcmpExtension.InterfaceName("lo")),
        IcmpExtensions.ALL.decode(octets("0006 03 01 6c6f")));
    assertObject("0008 03 01 6c6f 0000", new IcmpExtension.InterfaceName("lo"));
    assertObject(
        "000c 03 01 6c6f 0000 00000000",
        new IcmpExtension.Unknown(3, 1, OctetString.of(0x6c, 0x6f, 0, 0, 0, 0, 0, 0)));
    assertObject(
        "0008 03 01 ff000000", new IcmpExtension.Unknown(3, 1, OctetString.of(0xff, 0, 0, 0)));
  }

  private static void assertObject(String hex, IcmpExtension expected) {
    assertEquals(List.of(expected), IcmpExtensions.ALL.decode(octets(hex)));
    assertArrayEquals(octets(hex), IcmpExtensions.ALL.encode(List.of(expected)));
  }

  /** Records of the payload are not set one by one. */
  @Test
  void extensionsAreAViewOfThePayload() {
    Contents<Icmpv4, IcmpExtension> view =
        Contents.view("icmp.ext", Icmpv4.class, icmp -> new byte[0], IcmpExtensions.ALL);
    assertEquals(List.of(), view.get(new Icmpv4()));
    assertEquals(
        "icmp.ext is only read",
        assertThrows(UnsupportedOperationException.class, () -> view.set(new Icmpv4(), List.of()))
            .getMessage());
  }

  /** RFC 3376, section 4.2: what the number of records does not count is something else. */
  @Test
  void recordsAreThoseThatAreCountedAndThere() {
    String records = "04 00 0000 e9fc0001 02 00 0001 e9fc0002 c0000201";
    List<GroupRecord> both =
        List.of(
            GroupRecord.of(4, Address.Ipv4.of("233.252.0.1")),
            GroupRecord.of(2, Address.Ipv4.of("233.252.0.2"), Address.Ipv4.of("192.0.2.1")));
    assertEquals(both, igmp("22 00 0000 0000 0002" + records).records());
    assertEquals(both, igmp("22 00 0000 0000 ffff" + records + "01 00").records());
    assertEquals(both.subList(0, 1), igmp("22 00 0000 0000 0001" + records).records());
    assertEquals(List.of(), igmp("22 00 0000 0000 0000" + records).records());
    assertEquals(2, new Igmp().type(0x22).records(both).numGrpRecs());
  }

  private static Igmp igmp(String hex) {
    return Igmp.PROTOCOL.header(octets(hex));
  }

  /** RFC 1256, section 3.1: an entry has two words; no document says what longer ones hold. */
  @Test
  void entriesOfThreeWordsAreNoRouters() {
    Icmpv4 odd = Icmpv4.PROTOCOL.header(octets("09 00 0000 01 03 0708 c0000201 00000000 00000001"));
    assertEquals(List.of(), odd.routers());
    assertEquals(12, Icmpv4.ROUTERS.get(odd).length);
  }

  /** RFC 6550, section 6.7.2: the first octet of padding has no length. */
  @Test
  void optionsOfRplAreReadUpToOneThatDoesNotFit() {
    Icmpv6 icmp = read("9b 00 0000 00 00" + "00 05 02 0102 04 08 00");
    assertEquals(
        List.of(new RplOption(0, OctetString.EMPTY), new RplOption(5, OctetString.of(1, 2))),
        icmp.rplOptions());
    assertEquals(List.of(), read("9b 80 0000 00 00" + "00 05 02 0102").rplOptions());
  }

  /** RFC 1393, section 2.3; RFC 1475; RFC 2521. */
  @Test
  void otherMessagesOfIcmpAreRead() {
    Icmpv4 trace =
        Icmpv4.PROTOCOL.header(octets("1e 00 0000 0007 0000 0003 ffff 00000064 000005dc"));
    assertEquals("7", Icmpv4.IDENT.text(trace));
    assertEquals("", Icmpv4.SEQ.text(trace));
    assertEquals("3", Icmpv4.OUTBOUND_HOPS.text(trace));
    assertEquals("1500", Icmpv4.OUTPUT_MTU.text(trace));
    Icmpv4 photuris = Icmpv4.PROTOCOL.header(octets("28 01 0000 0000 0010"));
    assertEquals("16", Icmpv4.PHOTURIS_POINTER.text(photuris));
    Icmpv4 conversion = Icmpv4.PROTOCOL.header(octets("1f 02 0000 00000014"));
    assertEquals("20", Icmpv4.CONVERSION_POINTER.text(conversion));
  }

  /** RFC 2236, section 2, and RFC 3376, section 4: the sum was worked out by another program. */
  @Test
  void versionOfIgmpIsToldByTypeAndSize() {
    Igmp query = Igmp.PROTOCOL.header(octets("11 64 ee9b 00000000"));
    assertEquals(100, query.maxResp());
    query.unpin(Igmp.CHECKSUM);
    assertEquals(0xee9b, query.checksum());
    assertEquals("", Igmp.QRV.text(query));
    Igmp report = Igmp.PROTOCOL.header(octets("22 00 f000 0000 0001 04 00 0000 e9fc0001"));
    report.unpin(Igmp.CHECKSUM);
    assertEquals(0xf000, report.checksum());
    assertEquals(List.of(GroupRecord.of(4, Address.Ipv4.of("233.252.0.1"))), report.records());
    Igmp long3 = Igmp.PROTOCOL.header(octets("11 64 0000 e9fc0001 0a 7d 0001 c0000201"));
    assertTrue(long3.s());
    assertEquals(2, long3.qrv());
    assertEquals(List.of(Address.Ipv4.of("192.0.2.1")), long3.sources());
  }

  /** Whichever class is used first: a layout has no holes. */
  @Test
  void partsOfAProtocolMayBeUsedBeforeIt() throws Exception {
    URL[] classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(DiscoveryTest::url)
            .toArray(URL[]::new);
    for (String part :
        List.of(
            "NeighborDiscovery.HOP_LIMIT",
            "ListenerDiscovery.SOURCES",
            "NodeInformation.QTYPE",
            "RplControl.DIO_RANK",
            "RouterDiscovery.NUM_ADDRS",
            "Traceroute.RETURN_HOPS",
            "ExtendedEcho.LOCAL")) {
      try (URLClassLoader fresh =
          new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
        String[] names = part.split("\\.");
        Class<?> type = fresh.loadClass("org.jpacker.proto.icmp." + names[0]);
        Object field = type.getField(names[1]).get(null);
        Class<?> header = type.getPermittedSubclasses()[0];
        Object layout = header.getField("LAYOUT").get(null);
        List<?> fields = (List<?>) layout.getClass().getMethod("fields").invoke(layout);
        assertTrue(fields.contains(field), part);
      }
    }
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  /** RFC 4861, section 4: each of its messages has a maker where the others have theirs. */
  @Test
  void messagesOfRoutersAndNeighborsHaveMakers() {
    assertArrayEquals(octets("85000000 00000000"), zeroed(Icmpv6.routerSolicitation()));
    assertArrayEquals(
        octets("86000000 40000708 00000000 00000000"),
        zeroed(Icmpv6.routerAdvertisement(64, 1800)));
    assertArrayEquals(
        octets("87000000 00000000" + HERE), zeroed(Icmpv6.neighborSolicitation("2001:db8::1")));
    assertArrayEquals(
        octets("88000000 40000000" + HERE), zeroed(Icmpv6.neighborAdvertisement("2001:db8::1")));
    assertArrayEquals(
        octets("89000000 00000000" + HERE + "20010db8000000000000000000000002"),
        zeroed(Icmpv6.redirect("2001:db8::1", "2001:db8::2")));
  }

  @Test
  void numbersOf64BitsAreShownWithoutSign() {
    String most = "18446744073709551615";
    assertEquals("Timestamp[time=" + most + "]", new NdOption.Timestamp(-1).toString());
    assertEquals(
        "AddressRegistration[status=0, lifetime=60, eui64=" + most + "]",
        new NdOption.AddressRegistration(0, 60, -1).toString());
  }
}
