package org.jpacker.proto.ppp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Header;
import org.jpacker.api.Link;
import org.jpacker.api.Malformed;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ethernet.EthernetProvider;
import org.junit.jupiter.api.Test;

/** PPP over Ethernet, and the protocols that set PPP up. */
class PppTest {
  private static final ProtocolRegistry REGISTRY =
      ProtocolRegistry.of(new EthernetProvider(), new PppProvider());

  private static Packet read(String hex) {
    byte[] octets = HexFormat.of().parseHex(("020000000002 020000000001" + hex).replace(" ", ""));
    return Packet.read(octets, Link.ETHERNET, REGISTRY);
  }

  /** RFC 2516, appendix B: a PADI packet asks for any service. */
  @Test
  void initiationOfTheRfcIsRead() {
    PppoeDiscovery padi =
        read("8863 11 09 0000 0004 0101 0000" + "00".repeat(36)).get(PppoeDiscovery.class);
    assertEquals(9, padi.code());
    assertEquals(List.of(new PppoeTag(PppoeTag.SERVICE_NAME, OctetString.EMPTY)), padi.tags());
    assertEquals(36, padi.carrier().trailer().size());
  }

  /** RFC 2516, appendix B: a PADO packet with the name of the access concentrator. */
  @Test
  void offerOfTheRfcNamesTheConcentrator() {
    PppoeDiscovery pado =
        read("8863 11 07 0000 0020 0101 0000 0102 0018 "
                + "476f205265644261636b202d2065736873686573686f6f74")
            .get(PppoeDiscovery.class);
    assertEquals(
        "Go RedBack - eshsheshoot", PppoeDiscovery.LAYOUT.field("pppoed.tags.ac_name").text(pado));
    assertEquals(32, pado.payloadLength());
  }

  /** RFC 2516, section 4: a length beyond the frame; the tag that does not fit is the last. */
  @Test
  void tagThatDoesNotFitIsTheLast() {
    PppoeDiscovery padi = read("8863 11 09 0000 0006 0103 0009 aabb").get(PppoeDiscovery.class);
    assertEquals(1, padi.tags().size());
    assertTrue(padi.tags().get(0).isTruncated());
  }

  /** RFC 1662, section 3.1: behind address and control there is a protocol. */
  @Test
  void frameWithoutProtocolIsRefusedByName() {
    Packet packet = Packet.read(new byte[] {(byte) 0xff, 3}, 9, REGISTRY);
    assertEquals(
        "ppp: reading needs 3 octets, found 2 (limited by captured length) at offset 0",
        assertInstanceOf(Malformed.class, packet.first()).reason().toString());
  }

  /** RFC 2516, section 6: code 0, and a PPP frame without address and control. */
  @Test
  void sessionCarriesPpp() {
    Packet packet = read("8864 11 00 1234 000a c021 0905 0008 00000000 0000");
    assertEquals(0x1234, packet.get(PppoeSession.class).sessionId());
    assertEquals(0xc021, packet.get(Ppp.class).protocolNumber());
    Lcp lcp = packet.get(Lcp.class);
    assertEquals(9, lcp.code());
    assertEquals(5, lcp.identifier());
    assertEquals(4, lcp.payload().size());
    assertEquals(2, packet.get(Ethernet.class).trailer().size());
  }

  private static <H extends Header> H control(String number, Class<H> type, String hex) {
    int size = 2 + hex.replace(" ", "").length() / 2;
    return read("8864 11 00 0001 %04x %s %s".formatted(size, number, hex)).get(type);
  }

  /** RFC 1661, section 5: what lies beyond the Length field is padding. */
  @Test
  void octetsBehindTheLengthArePadding() {
    Lcp lcp = control("c021", Lcp.class, "05 01 0004 ffff");
    assertEquals(0, lcp.payload().size());
    assertEquals(2, lcp.carrier().trailer().size());
  }

  /** The same: a length of less than the header has is none. */
  @Test
  void lengthBelowTheHeaderIsRefused() {
    Lcp lcp = control("c021", Lcp.class, "05 01 0003");
    assertEquals(5, lcp.code());
    assertEquals(Malformed.class, lcp.payload().getClass());
  }

  /** RFC 1332, section 3.3: option 3 with the address of the sender. */
  @Test
  void ipcpAsksForAnAddress() {
    Ipcp ipcp = control("8021", Ipcp.class, "01 01 000a 03 06 c0000201");
    assertEquals(1, ipcp.code());
    assertEquals(10, ipcp.length());
    assertEquals(6, ipcp.payload().size());
  }

  /** RFC 5072, section 4.1: option 1 with an interface identifier of eight octets. */
  @Test
  void ipv6cpAsksForAnIdentifier() {
    Ipv6cp ipv6cp = control("8057", Ipv6cp.class, "01 02 000e 01 0a 0200000000000001");
    assertEquals(2, ipv6cp.identifier());
    assertEquals(10, ipv6cp.payload().size());
  }

  /** RFC 1962, section 2: Reset-Request has code 14, which IPCP has not. */
  @Test
  void ccpMayAskForAReset() {
    Ccp ccp = control("80fd", Ccp.class, "0e 07 0004");
    assertEquals(14, ccp.code());
    assertEquals(7, ccp.identifier());
  }

  /** RFC 1334, section 2.2: code 1, then name and password with a length each. */
  @Test
  void papSendsThePassword() {
    Pap pap = control("c023", Pap.class, "01 01 000e 04 75736572 04 70617373");
    assertEquals(1, pap.code());
    assertEquals(10, pap.payload().size());
  }

  /** RFC 1994, section 4.1: a challenge has a value with its size, then a name. */
  @Test
  void chapAsksWithAValue() {
    Chap chap = control("c223", Chap.class, "01 09 000b 04 01020304 6161");
    assertEquals(1, chap.code());
    assertEquals(9, chap.identifier());
    assertEquals(7, chap.payload().size());
  }
}
