package org.jpacker.proto.ip;

import static org.jpacker.proto.ip.Fragments.RAW_IP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.jpacker.api.Packet;
import org.junit.jupiter.api.Test;

/** The parts of a header that flags announce, each with its place and what is derived of it. */
class GreTest {
  private static String hex(Gre gre, int size) {
    gre.payload("ab");
    Gre made = Packet.of(RAW_IP, new Ipv4(), gre).get(Gre.class);
    assertEquals(size, made.headerSize());
    return HexFormat.of().formatHex(made.toBytes());
  }

  /** The checksum is that of header and payload, counted by hand. */
  @Test
  void partsStandInTheOrderOfTheFlagsHoweverTheyCame() {
    String all = "b0000000" + "ee8c0000" + "00000007" + "00000009" + "6162";
    assertEquals(all, hex(new Gre().withChecksum().key(7).sequenceNumber(9), 16));
    assertEquals(all, hex(new Gre().sequenceNumber(9).key(7).withChecksum(), 16));
    assertEquals(all, hex(new Gre().key(7).sequenceNumber(9).withChecksum(), 16));
    assertEquals(
        "30000000" + "00000007" + "00000009" + "6162", hex(new Gre().sequenceNumber(9).key(7), 12));
  }

  /** RFC 2637, section 4.1: payload length and call take the place of the key. */
  @Test
  void headersOfPptpCountTheirPayload() {
    String all = "30810000" + "00020005" + "00000002" + "00000003" + "6162";
    assertEquals(all, hex(Gre.pptp(5).sequenceNumber(2).ackNumber(3), 16));
    assertEquals(all, hex(Gre.pptp(5).ackNumber(3).sequenceNumber(2), 16));
    // what stands behind the payload that the length counts is no part of it
    byte[] octets = HexFormat.of().parseHex(all + "ffff");
    Gre read = Gre.PROTOCOL.header(octets);
    assertEquals(2, read.payload().size());
    assertEquals(3, read.ackNumber());
  }

  /** RFC 1701: routing entries, up to the one of family and length zero. */
  @Test
  void routingEntriesAreOfTheHeader() {
    String entry = "08000004" + "c0000201";
    byte[] octets =
        HexFormat.of().parseHex("40000000" + "00000000" + entry + entry + "00000000" + "6162");
    assertEquals(28, Gre.PROTOCOL.header(octets).headerSize());
    byte[] endless = HexFormat.of().parseHex("40000000" + "00000000" + entry + entry);
    assertEquals(
        "gre: reading needs 26 octets, found 24 (limited by captured length) at offset 0",
        assertThrows(IllegalArgumentException.class, () -> Gre.PROTOCOL.header(endless))
            .getMessage());
  }
}
