package org.jpacker.proto.tcpudp;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.junit.jupiter.api.Test;

/** Options of TCP, octets laid out by hand. */
class TcpOptionsTest {
  private static final OctetString HMAC = OctetString.of(1, 2, 3, 4, 5, 6, 7, 8);

  private static void assertReads(String hex, TcpOption... expected) {
    byte[] octets = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertEquals(List.of(expected), TcpOptions.decode(octets));
    assertArrayEquals(octets, TcpOptions.encode(List.of(expected)));
  }

  /** RFC 5482, section 3: one bit of granularity, 15 of time. */
  @Test
  void userTimeoutCountsMinutesOrSeconds() {
    assertReads("1c 04 8005", new TcpOption.UserTimeout(true, 5));
    assertReads("1c 04 7fff", new TcpOption.UserTimeout(false, 0x7fff));
  }

  /** RFC 5925, section 2.2: two keys, the rest is the code. */
  @Test
  void authenticationHasTwoKeys() {
    assertReads("1d 0c 01 02 0102030405060708", new TcpOption.Authentication(1, 2, HMAC));
  }

  /** RFC 2385, section 3: an MD5 digest has 16 octets. */
  @Test
  void signatureOfAnotherSizeIsNone() {
    OctetString digest = new OctetString(new byte[16]);
    assertReads(
        "13 12" + "00".repeat(16) + "01 01",
        new TcpOption.Md5Signature(digest),
        new TcpOption.Nop(),
        new TcpOption.Nop());
    assertReads("13 04 0000", new TcpOption.Unknown(19, OctetString.of(0, 0)));
  }

  /** RFC 7413, section 4.1.1: an empty cookie asks for one. */
  @Test
  void emptyCookieAsksForOne() {
    assertReads(
        "22 02 01 01",
        new TcpOption.FastOpen(OctetString.EMPTY),
        new TcpOption.Nop(),
        new TcpOption.Nop());
  }

  /** RFC 9768, section 3.2.3: three counters of 24 bits, in one of two orders, or fewer. */
  @Test
  void countersOfCongestionHaveAnOrder() {
    TcpOption ecn = new TcpOption.AccurateEcn(174, List.of(1, 0x020000, 3));
    assertReads("ae 0b 000001 020000 000003 01", ecn, new TcpOption.Nop());
    Tcp tcp = new Tcp().options(List.of(ecn));
    assertEquals(List.of(3), tcp.value("tcp.options.acc_ecn.ee0b"));
    assertEquals(List.of(0x020000), tcp.value("tcp.options.acc_ecn.eceb"));
    assertEquals(List.of(1), tcp.value("tcp.options.acc_ecn.ee1b"));
  }

  /** RFC 6994, section 3: the number of the experiment; RFC 7413, appendix: 0xf989. */
  @Test
  void experimentThatBecameAnOptionIsReadAsThat() {
    TcpOption.Experimental experiment =
        new TcpOption.Experimental(254, 0xf989, OctetString.of(9, 9, 9, 9));
    assertReads("fe 08 f989 09090909", experiment);
    assertEquals(
        new TcpOption.FastOpen(OctetString.of(9, 9, 9, 9)), experiment.outcome().orElseThrow());
    assertEquals(
        "09090909",
        new Tcp()
            .options(List.of(experiment))
            .value("tcp.options.tfo.cookie")
            .toString()
            .replaceAll("[\\[\\]]", ""));
  }

  /** RFC 4782, section 4.2; RFC 1072; RFC 1693; RFC 1644; RFC 1146; CCSDS 714. */
  @Test
  void optionsOfHistoryAreRead() {
    assertReads("1b 08 05 40 00000004", new TcpOption.QuickStart(5, 64, 1));
    assertReads(
        "06 06 00000001 07 06 00000002 09 02 01 01",
        new TcpOption.Echo(6, 1),
        new TcpOption.Echo(7, 2),
        new TcpOption.PartialOrderPermitted(),
        new TcpOption.Nop(),
        new TcpOption.Nop());
    assertReads(
        "0a 03 c0 0e 03 01 01 01",
        new TcpOption.PartialOrderProfile(true, true),
        new TcpOption.AlternateChecksum(1),
        new TcpOption.Nop(),
        new TcpOption.Nop());
    assertReads(
        "0d 06 ffffffff 01 01",
        new TcpOption.ConnectionCount(13, 0xffffffffL),
        new TcpOption.Nop(),
        new TcpOption.Nop());
    assertReads(
        "14 04 f0 01 15 06 0002 0003 16 02 17 02 01 01",
        new TcpOption.ScpsCapabilities(0xf0, 1),
        new TcpOption.SelectiveNegativeAck(2, 3),
        new TcpOption.RecordBoundary(),
        new TcpOption.CorruptionExperienced(),
        new TcpOption.Nop(),
        new TcpOption.Nop());
  }

  private static void assertMultipath(String hex, MptcpMessage expected) {
    byte[] octets = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertEquals(expected, MptcpMessages.ALL.decodeOne(octets));
    assertArrayEquals(octets, MptcpMessages.ALL.encode(List.of(expected)));
  }

  /**
   * RFC 8684, section 3.1: a SYN has no key, a SYN with ACK one, an ACK two, with data a length.
   */
  @Test
  void keysOfMultipathDependOnTheSegment() {
    assertMultipath("01 81", new MptcpMessage.Capable(1, 0x81, List.of(), OctetString.EMPTY));
    assertMultipath(
        "01 81 0000000000000001",
        new MptcpMessage.Capable(1, 0x81, List.of(1L), OctetString.EMPTY));
    assertMultipath(
        "01 81 0000000000000001 fffffffffffffffe 0005 beef",
        new MptcpMessage.Capable(1, 0x81, List.of(1L, -2L), OctetString.of(0, 5, 0xbe, 0xef)));
  }

  /** RFC 8684, section 3.2: three segments join, each says something else. */
  @Test
  void joinHasThreeForms() {
    assertMultipath("11 02 00000003 00000004", new MptcpMessage.JoinRequest(1, 2, 3, 4));
    assertMultipath("10 02 0000000000000003 00000004", new MptcpMessage.JoinAnswer(0, 2, 3, 4));
    assertMultipath(
        "10 00" + "01".repeat(20),
        new MptcpMessage.JoinConfirmation(
            new OctetString(HexFormat.of().parseHex("01".repeat(20)))));
  }

  /** RFC 8684, section 3.3: numbers have 32 or 64 bits, as the flags say. */
  @Test
  void numbersOfDataAreShortOrLong() {
    assertMultipath("20 01 00000007", new MptcpMessage.DataSequence(1, 7, 0, 0, 0, -1));
    assertMultipath(
        "20 0d 00000007 0000000000000008 00000009 000a",
        new MptcpMessage.DataSequence(13, 7, 8, 9, 10, -1));
    assertMultipath(
        "20 17 0000000000000007 00000008 00000009 000a beef",
        new MptcpMessage.DataSequence(0x17, 7, 8, 9, 10, 0xbeef));
  }

  /** RFC 8684, section 3.4: an address of IPv4 or IPv6, maybe a port, and a code but in an echo. */
  @Test
  void addressMayHaveAPortAndACode() {
    Address four = Address.Ipv4.of("192.0.2.1");
    assertMultipath(
        "31 05 c0000201", new MptcpMessage.AddAddress(1, 5, four, -1, OctetString.EMPTY));
    assertMultipath(
        "31 05 c0000201 0050", new MptcpMessage.AddAddress(1, 5, four, 80, OctetString.EMPTY));
    assertMultipath(
        "30 05 c0000201 0050 0102030405060708", new MptcpMessage.AddAddress(0, 5, four, 80, HMAC));
    assertMultipath(
        "30 05 20010db8000000000000000000000001 0102030405060708",
        new MptcpMessage.AddAddress(0, 5, Address.Ipv6.of("2001:db8::1"), -1, HMAC));
    assertMultipath("40 01 02", new MptcpMessage.RemoveAddress(List.of(1, 2)));
  }

  /** RFC 8684, sections 3.3.8, 3.7, 3.5, 3.6. */
  @Test
  void otherMessagesOfMultipathAreRead() {
    assertMultipath("51", new MptcpMessage.Priority(true, -1));
    assertMultipath("60 00 0000000000000001", new MptcpMessage.Fail(1));
    assertMultipath("70 00 ffffffffffffffff", new MptcpMessage.FastClose(-1));
    assertMultipath("81 03", new MptcpMessage.Reset(1, 3));
    assertMultipath("f0 01", new MptcpMessage.Unknown(OctetString.of(0xf0, 1)));
    assertMultipath("60 01", new MptcpMessage.Unknown(OctetString.of(0x60, 1)));
  }

  /** An option of two octets says nothing of multipath, and no subtype. */
  @Test
  void optionWithoutContentsHasNoSubtype() {
    Tcp tcp = Tcp.PROTOCOL.header("\0\1\0\2\0\0\0\0\0\0\0\0`\0\0\0\0\0\0\0\36\2\1\1");
    assertEquals("30,1,1", tcp.options().stream().map(o -> "" + o.kind()).collect(joining(",")));
    assertEquals("", Tcp.LAYOUT.field("tcp.options.mptcp.subtype").text(tcp));
    assertFalse(Tcp.LAYOUT.field("tcp.options.mptcp.subtype").isPresent(tcp));
  }

  @Test
  void numbersOf64BitsAreShownWithoutSign() {
    String most = "18446744073709551615";
    assertEquals(
        "Capable[version=1, flags=2, keys=[" + most + ", 1], data=aa]",
        new MptcpMessage.Capable(1, 2, List.of(-1L, 1L), OctetString.of(0xaa)).toString());
    assertEquals(
        "JoinAnswer[flags=1, addressId=2, hmac=" + most + ", nonce=3]",
        new MptcpMessage.JoinAnswer(1, 2, -1, 3).toString());
    assertEquals(
        "DataSequence[flags=15, ack="
            + most
            + ", sequence="
            + most
            + ", subflowSequence=1, length=2, checksum=-1]",
        new MptcpMessage.DataSequence(15, -1, -1, 1, 2, -1).toString());
    assertEquals("Fail[sequence=" + most + "]", new MptcpMessage.Fail(-1).toString());
    assertEquals("FastClose[key=" + most + "]", new MptcpMessage.FastClose(-1).toString());
  }
}
