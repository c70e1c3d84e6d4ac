package org.jpacker.proto.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HexFormat;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.junit.jupiter.api.Test;

/** What captures of other links than Ethernet begin with. */
class LinkTypesTest {
  private static final ProtocolRegistry REGISTRY = ProtocolRegistry.of(new EthernetProvider());

  private static Packet read(int linkType, String hex) {
    return Packet.read(HexFormat.of().parseHex(hex.replace(" ", "")), linkType, REGISTRY);
  }

  /** The description of LINUX_SLL: the protocol is an EtherType, or a number below 1536. */
  @Test
  void cookedCaptureHasAnEtherTypeOrANumberOfTheKernel() {
    Sll ip = read(113, "0004 0001 0006 020000000001 0000 0800 45").get(Sll.class);
    assertEquals("02:00:00:00:00:01", Sll.SRC.text(ip));
    assertEquals(4, ip.pkttype());
    assertEquals("0x0800", Sll.ETYPE.text(ip));
    assertFalse(Sll.LTYPE.isPresent(ip));
    Packet bridged = read(113, "0002 0001 0006 020000000001 0000 0004 424203 0000 00 80");
    assertEquals("0x0004", Sll.LTYPE.text(bridged.get(Sll.class)));
    assertEquals(0x80, bridged.get(Stp.class).type());
  }

  /** The same: an address of another size than six octets is no MAC address. */
  @Test
  void cookedCaptureOfALinkWithoutAddressHasNone() {
    Sll tunnel = read(113, "0000 0300 0000 0000000000000000 0800 45").get(Sll.class);
    assertEquals("", Sll.SRC.text(tunnel));
    assertEquals(0x300, tunnel.hatype());
  }

  /** The description of LINUX_SLL2: the protocol comes first, the interface has 32 bits. */
  @Test
  void secondCookedCaptureTellsTheInterface() {
    Sll2 sll = read(276, "86dd 0000 80000001 0001 00 06 020000000001 0000 60").get(Sll2.class);
    assertEquals(0x8000_0001L, sll.ifindex());
    assertEquals("0x86dd", Sll2.ETYPE.text(sll));
    assertEquals("02:00:00:00:00:01", Sll2.SRC.text(sll));
  }

  /** Link type NULL has the byte order of the machine that captured. */
  @Test
  void familyIsReadInEitherByteOrder() {
    assertEquals(2, read(0, "02000000 45").get(Null.class).family());
    assertEquals(30, read(0, "0000001e 60").get(Null.class).family());
    assertEquals(24, read(108, "00000018 60").get(Null.class).family());
  }
}
