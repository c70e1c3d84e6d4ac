package org.jpacker.proto.tcpudp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.junit.jupiter.api.Test;

/** Octets as the figures of the RFCs lay them out, each with the record that they are. */
class SctpParametersTest {
  private static final HexFormat HEX = HexFormat.of();

  private static byte[] octets(String hex) {
    return HEX.parseHex(hex.replace(" ", ""));
  }

  private static void assertIs(String hex, SctpParameter parameter) {
    assertEquals(List.of(parameter), SctpParameters.ALL.decode(octets(hex)), hex);
    byte[] written = SctpParameters.ALL.encode(List.of(parameter));
    assertEquals(hex.replace(" ", ""), HEX.formatHex(written));
    assertEquals(Integer.parseInt(hex.substring(0, 4), 16), parameter.type());
  }

  private static void assertIs(String hex, SctpCause cause) {
    assertEquals(List.of(cause), SctpCauses.ALL.decode(octets(hex)), hex);
    byte[] written = SctpCauses.ALL.encode(List.of(cause));
    assertEquals(hex.replace(" ", ""), HEX.formatHex(written));
    assertEquals(Integer.parseInt(hex.substring(0, 4), 16), cause.code());
  }

  /** <a href="https://www.rfc-editor.org/rfc/rfc9260#section-3.3.2.1">RFC 9260, 3.3.2.1</a>. */
  @Test
  void parametersOfInit() {
    assertIs("0005 0008 c0000201", new SctpParameter.Host(Address.Ipv4.of("192.0.2.1")));
    assertIs(
        "0006 0014 20010db8000000000000000000000001",
        new SctpParameter.Host(Address.Ipv6.of("2001:db8::1")));
    assertIs("000b 0007 613200", new SctpParameter.HostName("a2\0"));
    assertIs("0009 0008 000003e8", new SctpParameter.CookiePreservative(1000));
    assertIs("000c 0008 00050006", new SctpParameter.SupportedAddresses(List.of(5, 6)));
    assertIs("0007 0006 0102", new SctpParameter.Opaque(7, OctetString.of(1, 2)));
    assertIs("8000 0004", new SctpParameter.Capability(0x8000));
    assertIs("c000 0004", new SctpParameter.Capability(0xc000));
  }

  /** <a href="https://www.rfc-editor.org/rfc/rfc6525#section-4">RFC 6525, 4</a>. */
  @Test
  void parametersOfReconfiguration() {
    assertIs(
        "000d 0012 00000001 00000002 00000003 0004",
        new SctpParameter.OutgoingReset(1, 2, 3, List.of(4)));
    assertIs("000e 000c 00000001 00020003", new SctpParameter.IncomingReset(1, List.of(2, 3)));
    assertIs("000f 0008 ffffffff", new SctpParameter.TsnReset(0xffffffffL));
    assertIs("0010 000c 00000001 00000006", new SctpParameter.ResetResponse(1, 6, List.of()));
    assertIs(
        "0010 0014 00000001 00000001 00000007 00000008",
        new SctpParameter.ResetResponse(1, 1, List.of(7L, 8L)));
    assertIs("0011 000c 00000001 00020000", new SctpParameter.AddStreams(17, 1, 2));
    assertIs("0012 000c 00000001 00020000", new SctpParameter.AddStreams(18, 1, 2));
  }

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc4895#section-3">RFC 4895, 3</a> and <a
   * href="https://www.rfc-editor.org/rfc/rfc5061#section-4.2">RFC 5061, 4.2</a>.
   */
  @Test
  void parametersOfAuthenticationAndChangesOfAddresses() {
    assertIs("8003 0006 c180", new SctpParameter.Chunks(0x8003, List.of(0xc1, 0x80)));
    assertIs("8008 0005 82", new SctpParameter.Chunks(0x8008, List.of(0x82)));
    assertIs("8004 0008 00030001", new SctpParameter.Algorithms(List.of(3, 1)));
    assertIs(
        "c001 0010 00000001 0005 0008 c0000201",
        new SctpParameter.AddressChange(0xc001, 1, Address.Ipv4.of("192.0.2.1")));
    assertIs(
        "c003 0010 00000001 00a0 0008 c0010203",
        new SctpParameter.ErrorIndication(
            1, List.of(new SctpCause.Refused(160, OctetString.of(0xc0, 1, 2, 3)))));
    assertIs("c005 0008 00000001", new SctpParameter.SuccessIndication(1));
    assertIs("c006 0008 00000002", new SctpParameter.AdaptationIndication(2));
  }

  /** Contents of another size than the type has are kept as they are. */
  @Test
  void whatDoesNotFitItsTypeIsUnknown() {
    for (Map.Entry<String, String> each :
        Map.of(
                "0005 0007 c00002", "c00002",
                "0009 0009 0000000001", "0000000001",
                "0010 0010 00000001 00000001 00000007", "000000010000000100000007",
                "8000 0005 00", "00",
                "0011 000c 00000001 00020001", "0000000100020001",
                "7777 0004", "")
            .entrySet()) {
      int type = Integer.parseInt(each.getKey().substring(0, 4), 16);
      assertIs(
          each.getKey(),
          new SctpParameter.Unknown(type, new OctetString(HEX.parseHex(each.getValue()))));
    }
  }

  /** Between two there is padding that no length counts; behind the last the chunk has it. */
  @Test
  void paddingStandsBetween() {
    List<SctpParameter> two =
        List.of(
            new SctpParameter.Chunks(0x8003, List.of(1)),
            new SctpParameter.Chunks(0x8008, List.of(2)));
    byte[] written = SctpParameters.ALL.encode(two);
    assertEquals("80030005010000008008000502", HEX.formatHex(written));
    assertEquals(two, SctpParameters.ALL.decode(written));
  }

  /** <a href="https://www.rfc-editor.org/rfc/rfc9260#section-3.3.10">RFC 9260, 3.3.10</a>. */
  @Test
  void causes() {
    assertIs("0001 0008 00070000", new SctpCause.InvalidStream(7));
    assertIs("0002 000c 00000002 00070005", new SctpCause.MissingParameters(List.of(7, 5)));
    assertIs("0003 0008 000003e8", new SctpCause.StaleCookie(1000));
    assertIs("0004 0004", new SctpCause.Plain(4));
    assertIs("0006 0008 99000004", new SctpCause.Refused(6, OctetString.of(0x99, 0, 0, 4)));
    assertIs("0009 0008 00000001", new SctpCause.NoUserData(1));
    assertIs("000c 0007 627965", new SctpCause.Said(12, OctetString.of('b', 'y', 'e')));
    assertIs("0105 0006 0003", new SctpCause.UnsupportedAlgorithm(3));
    assertIs("0002 000a 00000002 0007", new SctpCause.Unknown(2, OctetString.of(0, 0, 0, 2, 0, 7)));
    assertIs("0999 0005 01", new SctpCause.Unknown(0x999, OctetString.of(1)));
  }
}
