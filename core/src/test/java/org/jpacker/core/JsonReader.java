package org.jpacker.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON strictly, to tell whether it is any. Strings, BigDecimals, Booleans, Lists, Maps. */
final class JsonReader {
  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  static Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    if (reader.at != text.length()) {
      throw reader.failure("end");
    }
    return value;
  }

  private Object value() {
    char c = text.charAt(at);
    if (c == '{') {
      Map<String, Object> object = new LinkedHashMap<>();
      for (at++; text.charAt(at) != '}'; skip(',', '}')) {
        String name = string();
        expect(':');
        if (object.put(name, value()) != null) {
          throw failure("no name twice");
        }
      }
      at++;
      return object;
    }
    if (c == '[') {
      List<Object> array = new ArrayList<>();
      for (at++; text.charAt(at) != ']'; skip(',', ']')) {
        array.add(value());
      }
      at++;
      return array;
    }
    if (c == '"') {
      return string();
    }
    if (text.startsWith("true", at) || text.startsWith("false", at)) {
      at += c == 't' ? 4 : 5;
      return c == 't';
    }
    int from = at;
    while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return new BigDecimal(text.substring(from, at));
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    for (; text.charAt(at) != '"'; at++) {
      char c = text.charAt(at);
      if (c < 0x20) {
        throw failure("no control character");
      }
      if (c == '\\') {
        char escaped = text.charAt(++at);
        if (escaped == 'u') {
          c = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
          at += 4;
        } else if (escaped == '"' || escaped == '\\') {
          c = escaped;
        } else {
          throw failure("escape");
        }
      }
      out.append(c);
    }
    at++;
    return out.toString();
  }

  /** Skips the separator; stops at a closing bracket unless a separator precedes it. */
  private void skip(char separator, char close) {
    if (text.charAt(at) != close) {
      expect(separator);
      if (text.charAt(at) == close) {
        throw failure("value");
      }
    }
  }

  private void expect(char c) {
    if (text.charAt(at) != c) {
      throw failure("'" + c + "'");
    }
    at++;
  }

  private IllegalStateException failure(String wanted) {
    return new IllegalStateException(wanted + " expected at " + at + " of " + text);
  }
}
