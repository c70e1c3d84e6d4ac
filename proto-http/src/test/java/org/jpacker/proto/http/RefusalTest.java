package org.jpacker.proto.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot be is refused, with a message that says what and why. */
class RefusalTest {
  /** A payload that no message begins, or whose first line has no end, holds none. */
  @Test
  void payloadsWithoutMessage() {
    assertEquals(Optional.empty(), Http.parse("hello".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(Optional.empty(), Http.parse(new byte[0]));
  }

  @Test
  void chunksOfNothing() {
    Http http = new Http();
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> http.chunked(new byte[3], 0));
    assertEquals("http: a chunk has at least one octet, not 0", refused.getMessage());
  }
}
