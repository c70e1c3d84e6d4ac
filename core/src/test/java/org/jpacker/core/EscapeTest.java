package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jpacker.api.text.Escape;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class EscapeTest {

  @Test
  void plainTextIsUnchanged() {
    assertEquals("GET /a?b=c&d='e' \"f\"", Escape.text("GET /a?b=c&d='e' \"f\""));
  }

  @Test
  void controlCharactersAreShownAsOctets() {
    assertEquals(
        "a\\x09b\\x0d\\x0ac\\x1b[31m\\x7f\\x00", Escape.text("a\tb\r\nc\u001b[31m\u007f\0"));
  }

  @Test
  void secondControlSetIsShownAsOctets() {
    assertEquals("\\x80\\x9b31m\\x9f", Escape.text("\u0080\u009b31m\u009f"));
  }

  @Test
  void backslashIsDoubledSoThatNothingIsAmbiguous() {
    assertEquals("\\\\x09", Escape.text("\\x09"));
  }

  @Test
  void messageKeepsItsBackslashes() {
    assertEquals("C:\\a\\x1b.pcap", Escape.message("C:\\a\u001b.pcap"));
  }

  @Test
  void octetsThatAreUtf8AreShownAsTheirCharacters() {
    assertEquals("Zürich €😀", octets(octetsOf("Zürich €😀")));
  }

  @Test
  void octetsThatAreNotUtf8AreShownAsOctets() {
    assertEquals("Z\\xfcrich", octets("Z\u00fcrich"));
    assertEquals("\\xc0\\xaf", octets("\u00c0\u00af"), "longer than needed");
    assertEquals("\\xe0\\x80\\xaf", octets("\u00e0\u0080\u00af"), "longer than needed");
    assertEquals("\\xed\\xa0\\x80", octets("\u00ed\u00a0\u0080"), "a surrogate");
    assertEquals("\\xf4\\x90\\x80\\x80", octets("\u00f4\u0090\u0080\u0080"), "beyond Unicode");
    assertEquals("\\xe2\\x82", octets("\u00e2\u0082"), "cut short");
  }

  @Test
  void utf8OfControlCharactersIsShownAsOctets() {
    assertEquals("\\xc2\\x9b31m", octets(octetsOf("\u009b31m")));
    assertEquals("\\xe2\\x80\\xae", octets(octetsOf("\u202e")));
  }

  @Test
  void decodedTextKeepsItsLetters() {
    assertEquals("Zürich", Escape.text("Zürich"));
  }

  @Test
  void charactersThatChangeTheDirectionOfWritingAreShownAsNumbers() {
    assertEquals("a\\u202eb\\u2028", Escape.text("a\u202eb\u2028"));
    assertEquals("\\ud83d", Escape.text("\ud83d"));
  }

  @Property
  void nothingControlsATerminal(@ForAll String text) {
    requireHarmless(Escape.text(text));
    requireHarmless(octets(text));
  }

  @Property
  void noOctetControlsATerminal(@ForAll byte[] octets) {
    requireHarmless(octets(new String(octets, StandardCharsets.ISO_8859_1)));
  }

  static void requireHarmless(String shown) {
    shown
        .codePoints()
        .forEach(
            point -> {
              if (Character.getType(point) == Character.FORMAT
                  || Character.getType(point) == Character.SURROGATE
                  || Character.isISOControl(point)) {
                Assertions.fail("U+" + Integer.toHexString(point) + " in " + shown);
              }
            });
  }

  private static String octetsOf(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String octets(String text) {
    StringBuilder out = new StringBuilder();
    Escape.octets(out, text);
    return out.toString();
  }
}
