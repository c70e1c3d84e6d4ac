package org.jpacker.proto.ppp;

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
    refused(
        "pppoed.tag: 65536 does not fit into 16 bits",
        () -> new PppoeTag(0x10000, OctetString.EMPTY));
  }
}
