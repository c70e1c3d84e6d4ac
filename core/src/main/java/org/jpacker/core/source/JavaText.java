package org.jpacker.core.source;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;

/** Values as Java expressions, within the limits of the language. */
final class JavaText {
  /** A constant in a class file has at most 65,535 octets. */
  private static final int MOST_DIGITS = 32_768;

  private JavaText() {}

  /**
   * Appends {@code value} as an expression. Returns false if there is none; what was appended is
   * then invalid.
   */
  static boolean append(StringBuilder out, Object value, JavaNames names) {
    if (value instanceof Integer || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Long number) {
      number(out, number);
    } else if (value instanceof String text) {
      text(out, text);
    } else if (value instanceof byte[] octets) {
      octets(out, octets);
    } else if (value instanceof Address address) {
      out.append("Address.").append(address.getClass().getSimpleName()).append(".of(");
      text(out, address.toString());
      out.append(')');
    } else if (value instanceof Enum<?> constant) {
      out.append(names.of(constant.getDeclaringClass())).append('.').append(constant.name());
    } else if (value instanceof List<?> list) {
      return list(out.append("List.of("), list, names);
    } else if (value instanceof Record made) {
      return made(out, made, names);
    } else {
      return false;
    }
    return true;
  }

  private static void number(StringBuilder out, long number) {
    boolean isInt = number == (int) number;
    if (number < 0 && !isInt) {
      out.append("0x").append(Long.toHexString(number)).append('L');
    } else {
      out.append(number).append(isInt ? "" : "L");
    }
  }

  private static boolean list(StringBuilder out, List<?> list, JavaNames names) {
    String separator = "";
    for (Object item : list) {
      if (!append(out.append(separator), item, names)) {
        return false;
      }
      separator = ", ";
    }
    out.append(')');
    return true;
  }

  private static boolean made(StringBuilder out, Record made, JavaNames names) {
    out.append("new ").append(names.of(made.getClass())).append('(');
    String separator = "";
    for (RecordComponent component : made.getClass().getRecordComponents()) {
      Object value;
      try {
        value = component.getAccessor().invoke(made);
      } catch (IllegalAccessException | InvocationTargetException e) {
        return false;
      }
      if (!append(out.append(separator), value, names)) {
        return false;
      }
      separator = ", ";
    }
    out.append(')');
    return true;
  }

  /** Appends octets as a call of the method {@code hex} that the source contains. */
  static void octets(StringBuilder out, byte[] octets) {
    String digits = HexFormat.of().formatHex(octets);
    out.append("hex(");
    for (int from = 0; from == 0 || from < digits.length(); from += MOST_DIGITS) {
      out.append(from == 0 ? "\"" : ", \"");
      out.append(digits, from, Math.min(digits.length(), from + MOST_DIGITS)).append('"');
    }
    out.append(')');
  }

  /** Whether the octets are best shown as text: lines of printable ASCII. */
  static boolean isText(byte[] octets) {
    for (byte b : octets) {
      if ((b < 0x20 || b > 0x7e) && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return octets.length > 0 && octets.length < MOST_DIGITS;
  }

  /**
   * Appends a string literal; characters beyond ASCII become octal escapes, which need no
   * terminator.
   */
  static void text(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c >= 0x20 && c < 0x7f) {
            out.append(c);
          } else if (c <= 0xff) {
            out.append('\\').append(c >> 6).append(c >> 3 & 7).append(c & 7);
          } else {
            out.append("\\u").append(HexFormat.of().toHexDigits(c));
          }
        }
      }
    }
    out.append('"');
  }
}
