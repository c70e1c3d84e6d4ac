package org.jpacker.proto.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.Header;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.junit.jupiter.api.Test;

/** Extension headers of IPv6 and their options. */
class ExtensionHeadersTest {
  private static final ProtocolRegistry REGISTRY = ProtocolRegistry.of(new IpProvider());
  private static final int RAW_IP = 101;
  private static final String HERE = "20010db8000000000000000000000001";
  private static final String THERE = "20010db8000000000000000000000002";

  /** An IPv6 header, its payload length counted, and what follows it. */
  private static Packet read(int next, String hex) {
    String body = hex.replace(" ", "");
    String head = "60000000%04x%02x40".formatted(body.length() / 2, next) + HERE + THERE;
    return Packet.read(HexFormat.of().parseHex(head + body), RAW_IP, REGISTRY);
  }

  /** RFC 2711, section 2.1, in a header of RFC 8200, section 4.3, with padding of section 4.2. */
  @Test
  void routerAlertIsPaddedToEightOctets() {
    Ipv6HopByHop options = read(0, "3b 00 0502 0000 0100").get(Ipv6HopByHop.class);
    assertEquals(List.of(new Ipv6Option.RouterAlert(0), new Ipv6Option.PadN(0)), options.options());
    assertEquals(List.of(5, 1), options.value("ipv6.opt.type"));
    assertEquals("0x05,0x01", Ipv6HopByHop.LAYOUT.field("ipv6.opt.type").text(options));
  }

  /** RFC 8200, section 4.2: Pad1 is one octet, without a length. */
  @Test
  void paddingOfOneOctetHasNoLength() {
    Ipv6DestinationOptions options =
        read(60, "3b 00 00 00 00 0401 07").get(Ipv6DestinationOptions.class);
    assertEquals(
        List.of(
            new Ipv6Option.Pad1(),
            new Ipv6Option.Pad1(),
            new Ipv6Option.Pad1(),
            new Ipv6Option.TunnelLimit(7)),
        options.options());
  }

  /** RFC 6275, section 6.3: the home address, aligned by padding to 8n + 6. */
  @Test
  void homeAddressIsRead() {
    Ipv6DestinationOptions options =
        read(60, "3b 02 0102 0000 c910" + HERE).get(Ipv6DestinationOptions.class);
    assertEquals(
        List.of(new Ipv6Option.PadN(2), new Ipv6Option.HomeAddress(Address.Ipv6.of("2001:db8::1"))),
        options.options());
  }

  @Test
  void optionOfAnotherSizeThanItsOwnKeepsItsOctets() {
    Ipv6DestinationOptions options =
        read(60, "3b 00 0403 010203 00").get(Ipv6DestinationOptions.class);
    assertEquals(
        List.of(new Ipv6Option.Unknown(4, OctetString.of(1, 2, 3)), new Ipv6Option.Pad1()),
        options.options());
  }

  /** RFC 2675, section 3: the length of the header is zero, that of the option counts. */
  @Test
  void jumboPayloadTellsTheLength() {
    String body = "3b00c20400010008" + "00".repeat(0x10000);
    byte[] octets = HexFormat.of().parseHex("6000000000000040" + HERE + THERE + body);
    Packet packet = Packet.read(octets, RAW_IP, REGISTRY);
    assertEquals(
        List.of(new Ipv6Option.JumboPayload(0x10008)), packet.get(Ipv6HopByHop.class).options());
    assertEquals(0x10000, packet.get(Ipv6HopByHop.class).payload().size());
    assertFalse(packet.get(Ipv6.class).isTruncated());
  }

  /** RFC 8754, section 2: the list begins with the last segment; the last entry is an index. */
  @Test
  void segmentListIsBackwards() {
    Ipv6Routing routing = read(43, "3b 04 04 01 01 00 0000" + THERE + HERE).get(Ipv6Routing.class);
    assertEquals(1, routing.segmentsLeft());
    assertEquals(2, routing.segments().size());
    assertEquals(
        "2001:db8::2",
        routing.finalDestination(Address.Ipv6.of("2001:db8::9")).orElseThrow().toString());
  }

  /** RFC 6554, section 3: addresses without the octets that they share with the destination. */
  @Test
  void addressesOfRplAreCompleted() {
    Ipv6Routing routing =
        read(43, "3b 01 03 02 ff 60 0000 08 09 000000000000").get(Ipv6Routing.class);
    assertEquals(
        List.of(Address.Ipv6.of("2001:db8::8"), Address.Ipv6.of("2001:db8::9")),
        routing.segments(Address.Ipv6.of("2001:db8::2")));
  }

  /** RFC 6275, section 6.4: type 2 has one address, the home address. */
  @Test
  void routingOfMobileNodesHasOneAddress() {
    Ipv6Routing routing = read(43, "3b 02 02 01 00000000" + HERE).get(Ipv6Routing.class);
    assertEquals("2001:db8::1", Ipv6Routing.HOME_ADDRESS.text(routing));
  }

  /** RFC 8200, section 4.5: the offset in units of eight octets, then two bits, then the flag. */
  @Test
  void fragmentHeaderHasOffsetAndFlag() {
    Ipv6Fragment fragment =
        read(44, "3b 00 05c9 0000cafe 0102030405060708").get(Ipv6Fragment.class);
    assertEquals(185, fragment.offset());
    assertTrue(fragment.more());
    assertEquals(0xcafe, fragment.ident());
  }

  /** RFC 6275, section 6.1.7: a binding update; the sum was worked out by another program. */
  @Test
  void bindingUpdateIsRead() {
    Packet packet = read(135, "3b 01 05 00 a2e5 0007 c000 0003 01 02 00 00");
    Mip6 update = packet.get(Mip6.class);
    assertEquals("7", Mip6.UPDATE_SEQUENCE.text(update));
    assertEquals("1", Mip6.ACKNOWLEDGE.text(update));
    assertEquals("1", Mip6.HOME_REGISTRATION.text(update));
    assertEquals("0", Mip6.KEY_MANAGEMENT.text(update));
    assertEquals("3", Mip6.UPDATE_LIFETIME.text(update));
    assertEquals(List.of(new MobilityOption(1, OctetString.of(0, 0))), update.options());
    assertEquals(List.of(), packet.verify());
  }

  /** RFC 8200, section 4.7: 59 says that nothing follows; RFC 4302 takes the number from there. */
  @Test
  void whatCarriesNothingSaysSo() {
    List<Header> headers =
        List.of(
            new Ipv6HopByHop(),
            new Ipv6DestinationOptions(),
            new Ipv6Routing(),
            new Ipv6Fragment(),
            new Ah(),
            new Mip6());
    for (Header header : headers) {
      byte[] octets = Packet.of(new Ipv6(), header).toBytes();
      assertEquals(59, octets[40], header.protocol().name());
      Packet packet = Packet.of(new Ipv6(), new Ipv6DestinationOptions());
      packet.get(Ipv6.class).insert(header);
      if (!(header instanceof Mip6)) {
        assertEquals(60, packet.toBytes()[40], header.protocol().name());
      }
    }
  }

  /** RFC 2675, section 3: zero is the length of what has the option, and of nothing else. */
  @Test
  void numberOfHopByHopOptionsAloneMakesNoJumbogram() {
    byte[] octets = Packet.of(new Ipv6().nxt(0), Raw.of("12345678")).toBytes();
    assertEquals(8, octets[5]);
    Ipv6HopByHop jumbo = new Ipv6HopByHop().options(List.of(new Ipv6Option.JumboPayload(65_536)));
    assertEquals(0, Packet.of(new Ipv6(), jumbo, Raw.of("12345678")).toBytes()[5]);
  }

  /** RFC 2474 and 3168: the traffic class in two parts. */
  @Test
  void trafficClassHasTwoParts() {
    byte[] octets = HexFormat.of().parseHex("6b90000000003b40" + HERE + THERE);
    Ipv6 ip = Packet.read(octets, RAW_IP, REGISTRY).get(Ipv6.class);
    assertEquals(0xb9, ip.tclass());
    assertEquals(46, ip.dscp());
    assertEquals(1, ip.ecn());
  }
}
