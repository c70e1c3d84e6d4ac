package org.jpacker.api;

import java.nio.charset.Charset;
import java.util.Locale;

/** Encodes text without loss: a character that a charset lacks would be sent as a question mark. */
public final class TextOctets {
  private TextOctets() {}

  /**
   * The octets of {@code text}.
   *
   * @param name name of the field, for the message
   * @param text the text
   * @param charset the charset of the octets
   * @throws IllegalArgumentException if {@code charset} lacks a character
   */
  public static byte[] of(String name, String text, Charset charset) {
    byte[] octets = text.getBytes(charset);
    String sent = new String(octets, charset);
    if (!sent.equals(text)) {
      int at = 0;
      while (sent.charAt(at) == text.charAt(at)) {
        at++;
      }
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s: %s has no character U+%04X", name, charset, text.codePointAt(at)));
    }
    return octets;
  }
}
