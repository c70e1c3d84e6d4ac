package org.jpacker.proto.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What does not fit is refused, with a message that says what and why. */
class RefusalTest {
  private static void refused(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }

  @Test
  void contentsThatDoNotFit() {
    LldpTlv name = new LldpTlv.SystemName("a".repeat(512));
    refused("lldp.tlv: " + name + " does not fit", () -> LldpTlvs.encode(List.of(name)));
  }

  @Test
  void textThatCannotBeSent() {
    refused(
        "lldp.tlv.system.name: UTF-8 has no character U+D83D",
        () -> new Lldp().tlvs(List.of(new LldpTlv.SystemName("\ud83d"))));
    refused(
        "lldp.ieee.802_1.vlan.name: UTF-8 has no character U+D83D",
        () -> new Lldp().tlvs(List.of(new LldpOrganizational.VlanName(1, "\ud83d"))));
  }
}
