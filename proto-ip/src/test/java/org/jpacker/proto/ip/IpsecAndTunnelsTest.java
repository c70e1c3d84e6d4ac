package org.jpacker.proto.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Malformed;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ethernet.EthernetProvider;
import org.junit.jupiter.api.Test;

/** IPsec, and tunnels that IP protocol numbers tell of. */
class IpsecAndTunnelsTest {
  private static final ProtocolRegistry REGISTRY =
      ProtocolRegistry.of(new IpProvider(), new EthernetProvider());
  private static final int RAW_IP = 101;
  private static final String FRAME = "020000000002 020000000001 9999 00";

  /** An IPv4 header between 192.0.2.1 and 192.0.2.2, and what follows it. */
  private static Packet read(int protocol, String hex) {
    String body = hex.replace(" ", "");
    String head =
        "4500%04x000000004%01x%02x0000c0000201c0000202"
            .formatted(20 + body.length() / 2, 0, protocol);
    return Packet.read(HexFormat.of().parseHex(head + body), RAW_IP, REGISTRY);
  }

  /** RFC 4302, section 2.2: the length is in words of four octets, less two. */
  @Test
  void lengthOfAuthenticationHeaderLeavesTwoWordsOut() {
    Packet packet =
        read(
            51,
            "04 04 0000 00000100 00000002 000102030405060708090a0b 4500 0014" + "00".repeat(16));
    Ah ah = packet.get(Ah.class);
    assertEquals(24, ah.headerSize());
    assertEquals("000102030405060708090a0b", Ah.ICV.text(ah));
    assertEquals(2, packet.all(Ipv4.class).size());
  }

  /** RFC 4303, section 2: index and number are in clear, no more. */
  @Test
  void encryptedPayloadIsKept() {
    Packet packet = read(50, "00000100 ffffffff 0102030405");
    assertEquals(0xffff_ffffL, packet.get(Esp.class).sequence());
    assertEquals(5, packet.get(Raw.class).size());
  }

  /** RFC 3173, section 3: the number of what was compressed, and how it was. */
  @Test
  void compressedPayloadTellsWhatItWas() {
    IpComp comp = read(108, "06 00 0002 4b4c").get(IpComp.class);
    assertEquals(6, comp.nextHeader());
    assertEquals(2, comp.cpi());
    assertEquals(2, comp.payload().size());
  }

  /** RFC 2890, section 2: checksum, key, sequence number, in this order; the sum is another's. */
  @Test
  void optionalPartsOfGreStandInOrder() {
    Packet packet = read(47, "b000 0800 43eb 0000 00000005 00000009 01020304");
    Gre gre = packet.get(Gre.class);
    assertEquals(0x43eb, gre.checksum());
    assertEquals(5, gre.key());
    assertEquals(9, gre.sequenceNumber());
    assertEquals(16, gre.headerSize());
    gre.unpin(Gre.CHECKSUM);
    assertEquals(0x43eb, gre.checksum());
  }

  /** RFC 2637, section 4.1: version 1 has a length and a call for a key, and acknowledges. */
  @Test
  void greOfPptpAcknowledges() {
    Gre gre = read(47, "3081 880b 0002 0007 00000001 00000005 c021").get(Gre.class);
    assertEquals(1, gre.version());
    assertEquals(2, gre.payloadLength());
    assertEquals(7, gre.callId());
    assertEquals(1, gre.sequenceNumber());
    assertEquals("5", Gre.ACK_NUMBER.text(gre));
    assertEquals("", Gre.KEY.text(gre));
  }

  /** The same: an acknowledgment without data has neither number nor payload. */
  @Test
  void acknowledgmentOfPptpMayStandAlone() {
    Gre gre = read(47, "2081 880b 0000 0007 00000005").get(Gre.class);
    assertEquals("5", Gre.ACK_NUMBER.text(gre));
    assertEquals("", Gre.SEQUENCE_NUMBER.text(gre));
    assertEquals(0, gre.payload().size());
  }

  /** RFC 1701: an entry of routing of length zero ends the list. */
  @Test
  void routingEntriesBelongToTheHeader() {
    Gre gre = read(47, "4000 0800 0000 0000 0800 00 04 c0000201 0000 00 00 01").get(Gre.class);
    assertEquals(20, gre.headerSize());
    assertEquals(1, gre.payload().size());
  }

  /** draft-foschiano-erspan, section 4.1: no header of its own, and no sequence number below. */
  @Test
  void erspanOfTypeOneHasNoHeader() {
    Packet packet = read(47, "0000 88be" + FRAME);
    assertNull(packet.get(Erspan.class));
    assertNotNull(packet.get(Ethernet.class));
  }

  /** Section 4.2: version 1, VLAN, class, session, index. */
  @Test
  void erspanOfTypeTwoIsRead() {
    Packet packet = read(47, "1000 88be 00000001 100a 4003 00012345" + FRAME);
    Erspan erspan = packet.get(Erspan.class);
    assertEquals(10, erspan.vlan());
    assertEquals(2, erspan.cos());
    assertEquals(3, erspan.spanid());
    assertEquals("74565", Erspan.INDEX.text(erspan));
    assertEquals("", Erspan.TIMESTAMP.text(erspan));
    assertNotNull(packet.get(Ethernet.class));
  }

  /**
   * Section 4.3: the flag O tells of a subheader of eight octets, whose platform says what it is.
   */
  @Test
  void erspanOfTypeThreeMayHaveASubheader() {
    Packet packet =
        read(47, "1000 22eb 00000001 200a 0003 89abcdef 0007 8001 0c000005 00000001" + FRAME);
    Erspan erspan = packet.get(Erspan.class);
    assertEquals(20, erspan.headerSize());
    assertEquals("3", Erspan.PLATID.text(erspan));
    assertEquals("5", Erspan.PORT_OF_3.text(erspan));
    assertEquals("1", Erspan.TIMESTAMP_OF_3.text(erspan));
    assertEquals("7", Erspan.SGT.text(erspan));
    assertEquals("", Erspan.VSMID.text(erspan));
    assertNotNull(packet.get(Ethernet.class));
  }

  /** Section 4.3: frame type 2 is a packet without a link layer. */
  @Test
  void erspanOfTypeThreeMayCarryIp() {
    Packet packet =
        read(47, "1000 22eb 00000001 200a 0003 89abcdef 0007 0800 4500 0014" + "00".repeat(16));
    assertEquals(2, packet.all(Ipv4.class).size());
    assertNull(packet.get(Ethernet.class));
  }

  /** RFC 3378, section 3: version 3 in four bits, twelve reserved ones. */
  @Test
  void ethernetInIpHasVersionThree() {
    Packet packet = read(97, "3000" + FRAME);
    assertEquals(3, packet.get(EtherIp.class).ver());
    assertNotNull(packet.get(Ethernet.class));
  }

  @Test
  void headerThatIsCutOffSaysWhatItNeeds() {
    Packet packet = read(51, "04 04 0000 00000100 00000002 0001");
    assertEquals(List.of(), packet.all(Ah.class));
    assertEquals(
        "ah: header with options needs 24 octets, found 14 (limited by captured length) at"
            + " offset 20",
        packet.get(Malformed.class).reason().toString());
  }
}
