package org.jpacker.proto.ip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.Header;
import org.jpacker.api.Malformed;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.junit.jupiter.api.Test;

class IpTest {
  private static final ProtocolRegistry REGISTRY = ProtocolRegistry.of(new IpProvider());
  private static final int RAW_IP = 101;

  private static Packet read(String hex) {
    return Packet.read(HexFormat.of().parseHex(hex.replace(" ", "")), RAW_IP, REGISTRY);
  }

  /** A header whose checksum, b861, many textbooks work out by hand. */
  private static final String TEXTBOOK = "4500 0073 0000 4000 4011 b861 c0a8 0001 c0a8 00c7";

  @Test
  void checksumOfTheTextbookIsRight() {
    byte[] octets = Arrays.copyOf(HexFormat.of().parseHex(TEXTBOOK.replace(" ", "")), 0x73);
    Packet packet = Packet.read(octets, RAW_IP, REGISTRY);
    assertEquals(List.of(), packet.verify());
    Ipv4 ip = packet.get(Ipv4.class);
    assertEquals(0xb861, ip.checksum());
    assertTrue(ip.df());
    assertEquals(17, ip.proto());
    assertEquals("192.168.0.199", ip.dst().toString());
    ip.unpin(Ipv4.CHECKSUM);
    assertArrayEquals(octets, packet.toBytes());
  }

  @Test
  void ttlChangesTheChecksumByAsMuch() {
    Packet packet = read(TEXTBOOK);
    packet.get(Ipv4.class).ttl(63);
    assertEquals(0xb961, packet.get(Ipv4.class).checksum());
  }

  @Test
  void craftedHeaderIsFilledIn() {
    byte[] octets = Packet.of(new Ipv4().src("1.2.3.4").dst("5.6.7.8"), Raw.of("abc")).toBytes();
    assertEquals(23, octets[3]);
    int sum = 0;
    for (int i = 0; i < 20; i += 2) {
      sum += (octets[i] & 0xff) << 8 | octets[i + 1] & 0xff;
    }
    assertEquals(0xffff, (sum & 0xffff) + (sum >>> 16));
  }

  @Test
  void headerOfLessThanFiveWordsIsRefused() {
    assertEquals(
        "ip: header length needs 20 octets, found 16 (limited by ip header length) at offset 0",
        reason("4400 0014 0000 0000 4011 0000 c0a8 0001 c0a8 00c7"));
  }

  @Test
  void optionsBeyondThePacketAreRefused() {
    assertEquals(
        "ip: header with options needs 24 octets, found 20 (limited by captured length) at"
            + " offset 0",
        reason("4600 0018 0000 0000 4011 0000 c0a8 0001 c0a8 00c7"));
  }

  @Test
  void otherVersionIsRefused() {
    Ipv4 inner = new Ipv4().src("1.1.1.1");
    byte[] octets = Packet.of(inner).toBytes();
    octets[0] = 0x55;
    Malformed malformed = Packet.read(octets, 228, REGISTRY).get(Malformed.class);
    assertEquals("ip: version 5 instead of 4 at offset 0", malformed.reason().toString());
  }

  private static String reason(String hex) {
    Malformed malformed = read(hex).get(Malformed.class);
    assertNotNull(malformed);
    return malformed.reason().toString();
  }

  @Test
  void lengthOfZeroReachesToTheEnd() {
    Packet packet = read("4500 0000 0000 4000 40fd 0000 c0a8 0001 c0a8 00c7 0102 0304");
    assertEquals(4, packet.get(Ipv4.class).payload().size());
  }

  @Test
  void laterFragmentCarriesData() {
    Packet packet =
        read("4500 0020 0001 0003 4004 0000 c0a8 0001 c0a8 00c7 450000000000000000000000");
    assertEquals(3, packet.get(Ipv4.class).fragOffset());
    assertInstanceOf(Raw.class, packet.get(Ipv4.class).payload());
  }

  @Test
  void firstFragmentIsDissectedOn() {
    byte[] inner = Packet.of(new Ipv4().dst("9.9.9.9")).toBytes();
    Ipv4 outer = new Ipv4().mf(true).proto(4);
    outer.payload(inner);
    Packet packet = Packet.read(Packet.of(outer).toBytes(), RAW_IP, REGISTRY);
    assertEquals("9.9.9.9", packet.last(Ipv4.class).dst().toString());
  }

  @Test
  void optionsAreDecodedAndEncoded() {
    List<Ipv4Option> options =
        List.of(
            new Ipv4Option.Nop(),
            new Ipv4Option.Route(Ipv4Option.Route.LOOSE, 4, List.of(Address.Ipv4.of("10.0.0.1"))),
            new Ipv4Option.RouterAlert(0),
            new Ipv4Option.Timestamp(5, 0, 0, List.of()));
    Ipv4 ip = new Ipv4().options(options);
    assertEquals(20 + 16, ip.hdrLen());
    Packet packet = Packet.read(Packet.of(ip).toBytes(), RAW_IP, REGISTRY);
    assertEquals(options, packet.get(Ipv4.class).options());
    assertEquals(List.of(), packet.verify());
  }

  @Test
  void optionThatDoesNotFitIsTheLast() {
    List<Ipv4Option> options =
        read("4600 0018 0000 0000 4011 0000 c0a8 0001 c0a8 00c7 01 83 07 04")
            .get(Ipv4.class)
            .options();
    assertEquals(
        "[Nop[], Truncated[octets=830704, reason=length 7, 3 octets are left]]",
        options.toString());
  }

  @Test
  void moreThanFortyOctetsOfOptionsAreRefused() {
    List<Ipv4Option> options = List.of(new Ipv4Option.Unknown(77, new OctetString(new byte[39])));
    assertEquals(
        "ip.options: 41 octets do not fit into 40",
        assertThrows(IllegalArgumentException.class, () -> new Ipv4().options(options))
            .getMessage());
  }

  @Test
  void extensionHeadersAreLayers() {
    Packet packet =
        read(
            "6000 0000 0020 00 40 20010db8000000000000000000000001 20010db8000000000000000000000002"
                + " 3c00 0502 0000 0100" // hop-by-hop: router alert, one octet pads
                + " 2c00 0104 0000 0000" // destination options: padding
                + " 3b00 0001 0000 0007" // fragment header: the first of several
                + " 0102 0304 0506 0708");
    assertEquals(
        List.of(
            Ipv6.class,
            Ipv6HopByHop.class,
            Ipv6DestinationOptions.class,
            Ipv6Fragment.class,
            Raw.class),
        packet.layers().stream().map(Object::getClass).toList());
    assertEquals(
        List.of(new Ipv6Option.RouterAlert(0), new Ipv6Option.PadN(0)),
        packet.get(Ipv6HopByHop.class).options());
    assertTrue(packet.get(Ipv6Fragment.class).more());
    assertEquals(7, packet.get(Ipv6Fragment.class).ident());
    assertTrue(packet.get(Ipv6.class).isFragment());
    assertEquals(List.of(), packet.verify());
  }

  @Test
  void craftedExtensionHeadersAreChainedByNumber() {
    Ipv6 ip = new Ipv6().src("2001:db8::1").dst("2001:db8::2");
    Packet packet =
        Packet.of(
            ip,
            new Ipv6HopByHop().options(List.of(new Ipv6Option.JumboPayload(9))),
            new Ipv6Routing().type(253).contents(new byte[20]),
            new Ipv4());
    Packet again = Packet.read(packet.toBytes(), RAW_IP, REGISTRY);
    assertEquals(
        packet.layers().stream().map(l -> ((Header) l).protocol()).toList(),
        again.layers().stream().map(l -> ((Header) l).protocol()).toList());
    assertEquals(4, again.get(Ipv6Routing.class).nxt());
    assertEquals(24, again.get(Ipv6Routing.class).headerSize());
  }

  @Test
  void jumbogramReachesToTheEnd() {
    Packet packet =
        read(
            "6000 0000 0000 00 40 20010db8000000000000000000000001 20010db8000000000000000000000002"
                + " 3b00 c204 0001 0000 0102 0304");
    Ipv6HopByHop options = packet.get(Ipv6HopByHop.class);
    assertEquals(List.of(new Ipv6Option.JumboPayload(65_536)), options.options());
    assertEquals(4, options.payload().size());
  }

  @Test
  void finalDestinationIsThatOfTheRoutingHeader() {
    Address.Ipv6 first = Address.Ipv6.of("2001:db8::1");
    Address.Ipv6 last = Address.Ipv6.of("2001:db8::9");
    Ipv6Routing routing = Ipv6Routing.of(Ipv6Routing.SOURCE_ROUTE, List.of(first, last));
    assertEquals(2, routing.segmentsLeft());
    assertEquals(last, routing.finalDestination(first).orElseThrow());
    routing = Ipv6Routing.of(Ipv6Routing.SEGMENT_ROUTING, List.of(last, first));
    assertEquals(1, Ipv6Routing.LAST_ENTRY.get(routing));
    assertEquals(last, routing.finalDestination(first).orElseThrow());
    assertEquals(List.of(last, first), routing.segments());
  }

  /** RFC 6554, section 3: how many leading octets each address leaves out. */
  @Test
  void rplLeavesOutWhatAddressesShare() {
    Packet packet =
        read(
            "6000 0000 0010 2b 40 20010db8000000000000000000000001 20010db8000000000000000000000002"
                + " 3b01 0302 ff60 0000 03 04 000000000000");
    Ipv6Routing routing = packet.get(Ipv6Routing.class);
    assertEquals(
        "[2001:db8::3, 2001:db8::4]", routing.segments(packet.get(Ipv6.class).dst()).toString());
    assertEquals(List.of(), routing.segments());
  }

  @Test
  void versionTellsWhatRawIpIs() {
    assertInstanceOf(Ipv4.class, read(TEXTBOOK).first());
    assertInstanceOf(Raw.class, read("1500").first());
  }
}
