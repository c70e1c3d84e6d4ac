package org.jpacker.proto.ip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.proto.ip.Ipv4Option.Timestamp;
import org.junit.jupiter.api.Test;

/** Options of IPv4, octets laid out by hand. */
class Ipv4OptionsTest {

  private static void assertReads(String hex, Ipv4Option... expected) {
    byte[] octets = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertEquals(List.of(expected), Ipv4Options.ALL.decode(octets));
    assertArrayEquals(octets, Ipv4Options.ALL.encode(List.of(expected)));
  }

  /** RFC 791, section 3.1: the pointer counts from 1; 4 is the first address. */
  @Test
  void recordedRouteHasAPointer() {
    assertReads(
        "07 0b 08 c0000201 00000000 00",
        new Ipv4Option.Route(
            7, 8, List.of(Address.Ipv4.of("192.0.2.1"), Address.Ipv4.of("0.0.0.0"))),
        new Ipv4Option.End());
  }

  /** RFC 791, section 3.1: flag 0 for times only, flag 1 for addresses with them. */
  @Test
  void timestampsHaveAddressesIfTheFlagSaysSo() {
    assertReads(
        "44 08 09 20 0000000a",
        new Timestamp(9, 2, 0, List.of(new Timestamp.Entry(Address.Ipv4.of("0.0.0.0"), 10))));
    assertReads(
        "44 0c 0d 01 c0000201 80000000",
        new Timestamp(
            13, 0, 1, List.of(new Timestamp.Entry(Address.Ipv4.of("192.0.2.1"), 1L << 31))));
  }

  /** RFC 1108, section 2: a level, and the authorities that follow may be none. */
  @Test
  void securityHasALevel() {
    assertReads(
        "82 03 ab 01", new Ipv4Option.Security(0xab, OctetString.EMPTY), new Ipv4Option.Nop());
    assertReads("82 04 ab c0", new Ipv4Option.Security(0xab, OctetString.of(0xc0)));
  }

  /** RFC 1393, section 2.2; RFC 1063; RFC 791 for the stream; RFC 4782, section 3.1. */
  @Test
  void otherOptionsAreRead() {
    assertReads(
        "52 0c 0007 0003 ffff c0000201",
        new Ipv4Option.Traceroute(7, 3, 0xffff, Address.Ipv4.of("192.0.2.1")));
    assertReads("0b 04 05dc", new Ipv4Option.Mtu(11, 1500));
    assertReads("88 04 0102", new Ipv4Option.StreamId(0x102));
    assertReads("19 08 05 40 00000004", new Ipv4Option.QuickStart(0, 5, 64, 1));
    assertReads("86 08 00000003 0502", new Ipv4Option.Cipso(3, OctetString.of(5, 2)));
  }

  @Test
  void optionOfAnotherSizeThanItsOwnKeepsItsOctets() {
    assertReads(
        "94 03 00 00", new Ipv4Option.Unknown(0x94, OctetString.of(0)), new Ipv4Option.End());
    assertReads(
        "44 07 05 00 000000 00",
        new Ipv4Option.Unknown(68, OctetString.of(5, 0, 0, 0, 0)),
        new Ipv4Option.End());
  }
}
