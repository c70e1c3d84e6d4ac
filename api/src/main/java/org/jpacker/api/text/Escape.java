package org.jpacker.api.text;

/**
 * Makes text from packets safe to print: no control character reaches a terminal, and nothing
 * breaks a line or a column.
 *
 * <p>Text from packets has one character per octet. Octets that are UTF-8 are shown as the
 * characters they encode. Other octets, control characters (including tab and line feed) and
 * invisible characters are shown as {@code \xNN}, or as <code>&#92;uNNNN</code> if they exceed an
 * octet. A backslash is doubled, so that the text can be read back.
 */
public final class Escape {
  private static final String DIGITS = "0123456789abcdef";
  private static final int NONE = -1;

  private Escape() {}

  /** Appends text; a visible character from U+00A0 to U+00FF that is not part of UTF-8 is kept. */
  public static void text(StringBuilder out, CharSequence text) {
    append(out, text, false, true);
  }

  /** Appends octets, one per character; those that are not UTF-8 are shown as {@code \xNN}. */
  public static void octets(StringBuilder out, CharSequence octets) {
    append(out, octets, true, true);
  }

  /** The escaped text. */
  public static String text(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text(out, text);
    return out.toString();
  }

  /**
   * Escapes text that is only shown to people, such as a message with the name of a file: a
   * backslash is not doubled.
   */
  public static String message(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    append(out, text, false, false);
    return out.toString();
  }

  private static void append(
      StringBuilder out, CharSequence text, boolean octetsOnly, boolean doubled) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '\\' && doubled) {
        out.append("\\\\");
      } else if (c >= 0x20 && c < 0x7f) {
        out.append(c);
      } else if (c > 0xff) {
        i += wide(out, text, i);
      } else {
        int point = utf8At(text, i);
        if (point != NONE) {
          out.appendCodePoint(point);
          i += utf8Length(c) - 1;
        } else if (octetsOnly || !isVisible(c)) {
          out.append("\\x");
          hex(out, c, 2);
        } else {
          out.append(c);
        }
      }
    }
  }

  /**
   * Appends the character at {@code at}, which exceeds an octet; returns 1 if it takes two {@code
   * char}s, else 0.
   */
  private static int wide(StringBuilder out, CharSequence text, int at) {
    int point = Character.codePointAt(text, at);
    int chars = Character.charCount(point);
    if (isVisible(point)) {
      out.appendCodePoint(point);
    } else {
      for (int i = 0; i < chars; i++) {
        out.append("\\u");
        hex(out, text.charAt(at + i), 4);
      }
    }
    return chars - 1;
  }

  /** The visible character whose UTF-8 octets begin at {@code at}, or {@link #NONE}. */
  private static int utf8At(CharSequence text, int at) {
    int lead = text.charAt(at);
    int length = utf8Length(lead);
    if (length == 0 || at + length > text.length()) {
      return NONE;
    }
    int point = lead & 0x7f >> length;
    for (int i = 1; i < length; i++) {
      char c = text.charAt(at + i);
      if (c < 0x80 || c > 0xbf) {
        return NONE;
      }
      point = point << 6 | c & 0x3f;
    }
    // a longer form than needed is invalid: https://www.rfc-editor.org/rfc/rfc3629#section-3
    int least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    boolean valid = point >= least && point <= Character.MAX_CODE_POINT;
    return valid && isVisible(point) ? point : NONE;
  }

  /**
   * Length in octets of the UTF-8 sequence that begins with {@code lead}; 0 if it begins none of
   * several octets.
   */
  private static int utf8Length(int lead) {
    return lead >= 0xc2 && lead <= 0xdf ? 2 : lead >> 4 == 0xe ? 3 : lead >> 3 == 0x1e ? 4 : 0;
  }

  /** Whether a terminal shows the character itself and does nothing else. */
  public static boolean isVisible(int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL:
      case Character.FORMAT: // among them those that change the direction of writing
      case Character.SURROGATE:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
      case Character.PRIVATE_USE:
      case Character.UNASSIGNED:
        return false;
      default:
        return true;
    }
  }

  /** Appends the last {@code digits} hexadecimal digits of {@code value}. */
  public static void hex(StringBuilder out, long value, int digits) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      out.append(DIGITS.charAt((int) (value >>> shift) & 15));
    }
  }

  /** Appends two hexadecimal digits per octet. */
  public static void hex(StringBuilder out, byte[] octets, int from, int to) {
    for (int i = from; i < to; i++) {
      hex(out, octets[i], 2);
    }
  }
}
