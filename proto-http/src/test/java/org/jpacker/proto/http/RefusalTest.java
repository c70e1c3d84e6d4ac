package org.jpacker.proto.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** What cannot be is refused, with a message that says what and why. */
class RefusalTest {
  @Test
  void chunksOfNothing() {
    Http http = new Http();
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> http.chunked(new byte[3], 0));
    assertEquals("http: a chunk has one octet or more, not 0", refused.getMessage());
  }
}
