package org.jpacker.api.text;

/**
 * Makes text from packets safe to print: no control character reaches a terminal, and nothing
 * breaks a line or a column.
 *
 * <p>Text of packets comes with one character an octet. Where the octets are UTF-8 the characters
 * they stand for are shown; other octets, control characters (tab and line feed too) and invisible
 * characters are shown as {@code \xNN}, characters beyond an octet as <code>&#92;uNNNN</code>, and
 * a backslash as two, so that the text can be read back.
 */
public final class Escape {
  private static final String DIGITS = "0123456789abcdef";
  private static final int NONE = -1;

  private Escape() {}

  /** Appends text in which a character from U+00A0 to U+00FF may stand for itself. */
  public static void text(StringBuilder out, CharSequence text) {
    append(out, text, false, true);
  }

  /** Appends octets, one a character; those that are not UTF-8 as {@code \xNN}. */
  public static void octets(StringBuilder out, CharSequence octets) {
    append(out, octets, true, true);
  }

  /** The escaped text. */
  public static String text(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text(out, text);
    return out.toString();
  }

  /** Text for people only, such as a message with a file's name: a backslash stays one. */
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
   * Appends the character beyond an octet at {@code at}; returns how many more than one it took.
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

  /** The visible character whose UTF-8 octets stand at {@code at}, or {@link #NONE}. */
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

  /** Octets of the UTF-8 sequence that begins with {@code lead}, or 0 if none of several does. */
  private static int utf8Length(int lead) {
    return lead >= 0xc2 && lead <= 0xdf ? 2 : lead >> 4 == 0xe ? 3 : lead >> 3 == 0x1e ? 4 : 0;
  }

  /** Whether a terminal shows the character itself and nothing happens besides. */
  public static boolean isVisible(int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL:
      case Character.FORMAT: // among them those that turn the direction of writing
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

  /** Appends two hexadecimal digits an octet. */
  public static void hex(StringBuilder out, byte[] octets, int from, int to) {
    for (int i = from; i < to; i++) {
      hex(out, octets[i], 2);
    }
  }
}
