package org.jpacker.proto.tcpudp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.OctetString;
import org.junit.jupiter.api.Test;

/**
 * Octets as <a href="https://www.rfc-editor.org/rfc/rfc4340#section-5.8">RFC 4340, 5.8</a> and the
 * sections behind it lay them out, each with the record that they are.
 */
class DccpOptionsTest {
  private static void assertIs(String hex, DccpOption option) {
    String octets = hex.replace(" ", "");
    assertEquals(List.of(option), DccpOptions.decode(HexFormat.of().parseHex(octets)), hex);
    String padded = octets + "00".repeat(-(octets.length() / 2) & 3);
    assertEquals(padded, HexFormat.of().formatHex(DccpOptions.encode(List.of(option))));
    assertEquals(Integer.parseInt(hex.substring(0, 2), 16), option.type());
  }

  @Test
  void optionsAreRecords() {
    assertIs("01", new DccpOption.Single(1));
    assertIs("20 05 01 02 03", new DccpOption.Feature(32, 1, OctetString.of(2, 3)));
    assertIs("24 04 01 02", new DccpOption.InitCookie(OctetString.of(1, 2)));
    assertIs("25 04 01 02", new DccpOption.NdpCount(0x102, 2));
    assertIs("26 04 01 c0", new DccpOption.AckVector(0, OctetString.of(1, 0xc0)));
    assertIs("27 03 01", new DccpOption.AckVector(1, OctetString.of(1)));
    assertIs("28 03 a1", new DccpOption.DataDropped(OctetString.of(0xa1)));
    assertIs("29 06 ffffffff", new DccpOption.Timestamp(0xffffffffL));
    assertIs("2a 06 00000001", new DccpOption.TimestampEcho(1, 0, 0));
    assertIs("2a 08 00000001 0002", new DccpOption.TimestampEcho(1, 2, 2));
    assertIs("2b 04 0003", new DccpOption.ElapsedTime(3, 2));
    assertIs("2b 06 00000003", new DccpOption.ElapsedTime(3, 4));
    assertIs("2c 06 01020304", new DccpOption.DataChecksum(0x1020304));
    assertIs("c0 06 00000004", new DccpOption.Rate(192, 4));
  }

  /** One octet more or less than the type has: kept as they are. */
  @Test
  void contentsOfOtherSizesAreUnknown() {
    assertIs("25 09 01020304050607", unknown(37, 1, 2, 3, 4, 5, 6, 7));
    assertIs("29 05 010203", unknown(41, 1, 2, 3));
    assertIs("2a 0b 010203040506070809", unknown(42, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    assertIs("2b 07 0102030405", unknown(43, 1, 2, 3, 4, 5));
    assertIs("2c 07 0102030405", unknown(44, 1, 2, 3, 4, 5));
    assertIs("7f 02", unknown(127));
  }

  private static DccpOption unknown(int type, int... octets) {
    return new DccpOption.Unknown(type, OctetString.of(octets));
  }

  @Test
  void lengthsThatCannotBe() {
    assertEquals(
        List.of(new DccpOption.Truncated(OctetString.of(41), "no length")),
        DccpOptions.decode(new byte[] {41}));
    assertEquals(
        List.of(
            new DccpOption.Single(0),
            new DccpOption.Truncated(OctetString.of(41, 1, 0), "length 1, 3 octets are left")),
        DccpOptions.decode(new byte[] {0, 41, 1, 0}));
    assertEquals(
        List.of(new DccpOption.Truncated(OctetString.of(41, 4, 0), "length 4, 3 octets are left")),
        DccpOptions.decode(new byte[] {41, 4, 0}));
  }
}
