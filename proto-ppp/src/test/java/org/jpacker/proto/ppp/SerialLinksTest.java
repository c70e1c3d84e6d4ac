package org.jpacker.proto.ppp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.jpacker.proto.ethernet.EthernetProvider;
import org.junit.jupiter.api.Test;

/** What serial links and what they carry begin with. */
class SerialLinksTest {
  private static final ProtocolRegistry REGISTRY =
      ProtocolRegistry.of(new EthernetProvider(), new PppProvider());

  private static Packet read(int linkType, String hex) {
    return Packet.read(HexFormat.of().parseHex(hex.replace(" ", "")), linkType, REGISTRY);
  }

  /** RFC 1662, section 3.1: address and control; RFC 1661, section 6.6: without them. */
  @Test
  void addressAndControlMayBeLeftOut() {
    Ppp framed = read(9, "ff03 0021 45").get(Ppp.class);
    assertEquals(4, framed.headerSize());
    assertEquals("0xff", Ppp.ADDRESS.text(framed));
    Ppp bare = read(9, "0021 45").get(Ppp.class);
    assertEquals(2, bare.headerSize());
    assertFalse(Ppp.ADDRESS.isPresent(bare));
    assertEquals(0x21, bare.protocolNumber());
  }

  /** RFC 1661, section 6.5: a protocol number of one octet is odd, where two begin with even. */
  @Test
  void protocolNumberMayHaveOneOctet() {
    Ppp ppp = read(9, "ff03 21 45").get(Ppp.class);
    assertEquals(3, ppp.headerSize());
    assertEquals(0x21, ppp.protocolNumber());
    assertEquals(1, ppp.payload().size());
    assertEquals("0x21", Ppp.COMPRESSED.text(ppp));
  }

  /** IANA: 0x00ff is reserved, so 0xff is an address, whatever stands in the place of control. */
  @Test
  void onesAreAnAddress() {
    Ppp ppp = read(9, "ff5f 7e08 45").get(Ppp.class);
    assertEquals("0x5f", Ppp.CONTROL.text(ppp));
    assertEquals(0x7e08, ppp.protocolNumber());
  }

  /** Cisco's HDLC: 0x0f for unicast, 0x8f for multicast, then an EtherType. */
  @Test
  void ciscoHdlcHasAnEtherType() {
    CiscoHdlc hdlc = read(104, "0f00 0800 45").get(CiscoHdlc.class);
    assertEquals(0x0f, hdlc.address());
    assertEquals(0x0800, hdlc.protocolNumber());
  }

  /** 0x8035, which is RARP on Ethernet, is SLARP here: a keepalive has two numbers. */
  @Test
  void keepaliveOfSlarpHasTwoNumbers() {
    Slarp slarp = read(104, "8f00 8035 00000002 00000005 00000004 ffff").get(Slarp.class);
    assertEquals(5, slarp.mysequence());
    assertEquals(4, slarp.yoursequence());
    assertEquals("0xffff", Slarp.RELIABILITY.text(slarp));
    assertEquals("", Slarp.ADDRESS.text(slarp));
    Slarp reply = read(104, "8f00 8035 00000001 c0000201 ffffff00 ffff").get(Slarp.class);
    assertEquals("192.0.2.1", Slarp.ADDRESS.text(reply));
    assertEquals("", Slarp.MYSEQUENCE.text(reply));
  }

  /** RFC 2427, sections 3 and 4: the address of 10 bits in two parts, control 3, then an NLPID. */
  @Test
  void frameRelayAddressHasTwoParts() {
    FrameRelay fr = read(107, "1841 03 cc 45").get(FrameRelay.class);
    assertEquals(100, fr.dlci());
    assertEquals(0xcc, fr.nlpid());
    assertEquals("0x03", FrameRelay.CONTROL.text(fr));
    assertEquals("", FrameRelay.CHDLCTYPE.text(fr));
    assertTrue(fr.payload() instanceof Raw);
  }

  /** Cisco's way: an EtherType right behind the address, and no control. */
  @Test
  void frameRelayOfCiscoHasAnEtherTypeAndNoControl() {
    FrameRelay fr = read(107, "1841 0800 45").get(FrameRelay.class);
    assertEquals(0x0800, fr.chdlctype());
    assertEquals("", FrameRelay.CONTROL.text(fr));
    assertEquals("", FrameRelay.NLPID.text(fr));
    FrameRelay made = new FrameRelay().dlci(100).chdlctype(0x0800);
    assertEquals("18410800", HexFormat.of().formatHex(made.toBytes()));
  }
}
