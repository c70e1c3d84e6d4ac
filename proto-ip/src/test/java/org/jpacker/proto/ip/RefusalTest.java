package org.jpacker.proto.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jpacker.api.OctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What does not fit is refused, with a message that says what and why. */
class RefusalTest {
  private static void refused(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }

  @Test
  void erspanOfTypeTwoHasNoSubheader() {
    Erspan two = new Erspan();
    assertEquals(
        "erspan: only a header of type III has a subheader",
        assertThrows(IllegalStateException.class, () -> two.subheader(1, 0)).getMessage());
  }

  @Test
  void contentsThatDoNotFit() {
    List<Ipv6Option> many =
        Collections.nCopies(9, new Ipv6Option.Unknown(0x1e, new OctetString(new byte[250])));
    refused("ipv6.opt: 2268 octets do not fit into 2046", () -> Ipv6Options.ALL.encode(many));
    refused(
        "bounds are positive, not 0, PT1S",
        () -> new Defragmenter.Bounds(0, Duration.ofSeconds(1)));
    refused(
        "erspan: platform 64 or 0 does not fit into 6 and 58 bits",
        () -> new Erspan().version(2).subheader(64, 0));
    refused(
        "erspan: platform 1 or -1 does not fit into 6 and 58 bits",
        () -> new Erspan().version(2).subheader(1, -1));
  }
}
