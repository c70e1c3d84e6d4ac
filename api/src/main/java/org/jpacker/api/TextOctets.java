package org.jpacker.api;

import java.nio.charset.Charset;

/** The octets of text, all of it: what a character set lacks would be sent as a question mark. */
public final class TextOctets {
  private TextOctets() {}

  /**
   * The octets of {@code text}.
   *
   * @param name of the field, for the message
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
          "%s: %s has no character U+%04X".formatted(name, charset, text.codePointAt(at)));
    }
    return octets;
  }
}
