package org.jpacker.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jpacker.api.toy.ToyTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Text that cannot be encoded is refused, with the name of its field. */
class TextOctetsTest {
  private static String refusal(Executable action) {
    return assertThrows(IllegalArgumentException.class, action).getMessage();
  }

  @Test
  void characterMissingFromTheCharsetIsRefused() {
    assertEquals(
        "toy.text: ISO-8859-1 has no character U+65E5",
        refusal(() -> TextOctets.of("toy.text", "a?\u00e9\u65e5", ISO_8859_1)));
    assertEquals(
        "toy.text: ISO-8859-1 has no character U+1F600",
        refusal(() -> TextOctets.of("toy.text", "\ud83d\ude00", ISO_8859_1)));
    assertArrayEquals(
        new byte[] {'a', '?', (byte) 0xe9}, TextOctets.of("toy.text", "a?\u00e9", ISO_8859_1));
  }

  @Test
  void unpairedSurrogateIsRefused() {
    assertEquals("raw: UTF-8 has no character U+D83D", refusal(() -> Raw.of("a\ud83d")));
    assertEquals(
        "toy.text: UTF-8 has no character U+DE00",
        refusal(() -> TextOctets.of("toy.text", "\ude00 a", UTF_8)));
    assertEquals(4, Raw.of("\ud83d\ude00").size());
  }

  @Test
  void characterThatIsNotAnOctetIsRefused() {
    assertEquals(
        "toytag: ISO-8859-1 has no character U+0100",
        refusal(() -> ToyTag.PROTOCOL.header("\u0100\0\0\0")));
  }
}
