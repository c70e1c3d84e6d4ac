package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OctetStringTest {
  @Test
  void octetStringsAreImmutableAndComparedByValue() {
    byte[] octets = {1, 2, (byte) 0xff};
    OctetString string = new OctetString(octets);
    octets[0] = 9;
    string.octets()[1] = 9;
    assertEquals(OctetString.of(1, 2, 0xff), string);
    assertEquals(OctetString.of(1, 2, 0xff).hashCode(), string.hashCode());
    assertNotEquals(OctetString.of(1, 2), string);
    assertEquals("0102ff", string.toString());
    assertEquals(0xff, string.u8(2));
    assertEquals(3, string.size());
    assertEquals("A", OctetString.of('A').text(StandardCharsets.US_ASCII));
  }
}
