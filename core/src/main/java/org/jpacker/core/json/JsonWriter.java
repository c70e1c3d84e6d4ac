package org.jpacker.core.json;

import java.util.List;
import java.util.Map;
import org.jpacker.api.text.Escape;

/**
 * Appends JSON, <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>, without white space.
 */
public sealed class JsonWriter permits TreeWriter {

  /**
   * The largest integer that a double holds exactly; larger ones are written as strings (RFC 7493,
   * section 2.2).
   */
  static final long MOST_EXACT = (1L << 53) - 1;

  private final StringBuilder out;
  private boolean comma;

  /** A writer that appends to {@code out}. */
  public JsonWriter(StringBuilder out) {
    this.out = out;
  }

  /** Opens an object or an array with this bracket. */
  public JsonWriter open(char bracket) {
    separate();
    out.append(bracket);
    comma = false;
    return this;
  }

  /** Closes an object or an array with this bracket. */
  public JsonWriter close(char bracket) {
    out.append(bracket);
    comma = true;
    return this;
  }

  /** Appends the name of a member; its value follows. */
  public JsonWriter name(String name) {
    separate();
    quoted(name);
    out.append(':');
    comma = false;
    return this;
  }

  /** Appends a string. */
  public JsonWriter string(CharSequence text) {
    separate();
    quoted(text);
    return this;
  }

  /** Appends a number; as a string if a double does not hold it exactly. */
  public JsonWriter number(long value) {
    separate();
    if (value > MOST_EXACT || value < -MOST_EXACT) {
      out.append('"').append(value).append('"');
    } else {
      out.append(value);
    }
    return this;
  }

  /** Appends true or false. */
  public JsonWriter bool(boolean value) {
    separate();
    out.append(value);
    return this;
  }

  /**
   * Appends octets from {@code from}, inclusive, to {@code to}, exclusive, as a string of
   * hexadecimal digits.
   */
  public JsonWriter hex(byte[] octets, int from, int to) {
    separate();
    out.append('"');
    Escape.hex(out, octets, from, to);
    out.append('"');
    return this;
  }

  /** Appends a tree of maps, lists, numbers, truth values and texts. */
  public JsonWriter tree(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      open('{');
      map.forEach((name, value) -> name(String.valueOf(name)).tree(value));
      return close('}');
    }
    if (tree instanceof List<?> list) {
      open('[');
      list.forEach(this::tree);
      return close(']');
    }
    if (tree instanceof Boolean flag) {
      return bool(flag);
    }
    if (tree instanceof Long || tree instanceof Integer || tree instanceof Short) {
      return number(((Number) tree).longValue());
    }
    return string(String.valueOf(tree));
  }

  private void separate() {
    if (comma) {
      out.append(',');
    }
    comma = true;
  }

  private void quoted(CharSequence text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (isPlain(c)) {
        out.append(c);
      } else {
        out.append("\\u");
        Escape.hex(out, c, 4);
      }
    }
    out.append('"');
  }

  /**
   * Whether a terminal may receive the character unescaped, which is stricter than JSON requires.
   */
  private static boolean isPlain(char c) {
    return c >= 0x20 && c < 0x7f || c >= 0xa0 && Escape.isVisible(c);
  }
}
