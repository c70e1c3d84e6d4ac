package org.jpacker.proto.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jpacker.api.OctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What does not fit is refused, with a message that says what and why. */
class RefusalTest {
  private static void refused(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }

  @Test
  void contentsThatDoNotFit() {
    OctetString three = OctetString.of(1, 2, 3);
    refused(
        "gtp.ext_hdr: 3 octets are not two more than a multiple of four",
        () -> new GtpExtension(0x85, three));
    refused("geneve.option: class or type does not fit", () -> new GeneveOption(0x10000, 1, three));
    refused("geneve.option: class or type does not fit", () -> new GeneveOption(1, 256, three));
    refused(
        "geneve.option.length: 3 is not a multiple of 4 up to 124",
        () -> new GeneveOption(1, 1, three));
    refused(
        "geneve.option.length: 128 is not a multiple of 4 up to 124",
        () -> new GeneveOption(1, 1, new OctetString(new byte[128])));
  }
}
