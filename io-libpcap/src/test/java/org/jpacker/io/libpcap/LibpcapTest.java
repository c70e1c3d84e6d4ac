package org.jpacker.io.libpcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pcap4j.core.PcapNativeException;

class LibpcapTest {

  @Test
  void versionsAreComparedByNumbers() {
    assertTrue(Libpcap.isOlderThan(1, 10, "libpcap version 1.9.1 (with TPACKET_V3)"));
    assertFalse(Libpcap.isOlderThan(1, 10, "libpcap version 1.10.0 (with TPACKET_V3)"));
    assertFalse(Libpcap.isOlderThan(1, 10, "libpcap version 2.0"));
    assertTrue(Libpcap.isOlderThan(1, 10, "libpcap version 0.10"));
    assertTrue(Libpcap.isOlderThan(1, 10, "who knows"));
  }

  @Test
  void rawIpHasTheNumberThatFilesUse() {
    assertEquals(101, Libpcap.linkType(12));
    assertEquals(101, Libpcap.linkType(14));
    assertEquals(1, Libpcap.linkType(1));
  }

  @Test
  void messagesAreLibpcapsOwn() {
    for (String before :
        new String[] {"", "Error occurred: ", "Error occurred in pcap_sendpacket(): "}) {
      assertEquals(
          "send: Message too long",
          Libpcap.message(new PcapNativeException(before + "send: Message too long")));
    }
  }

  @Test
  void countsGoOnWhereLibpcapsOwnBeginAgain() {
    assertEquals(7, PcapCapture.further(0, 7));
    assertEquals(0xffff_ffffL, PcapCapture.further(7, 0xffff_ffffL));
    assertEquals(0x1_0000_0002L, PcapCapture.further(0xffff_ffffL, 2));
    assertEquals(0x1_0000_0002L, PcapCapture.further(0x1_0000_0002L, 2));
    assertEquals(0x1_0000_0003L, PcapCapture.further(0x1_0000_0002L, 3));
  }
}
