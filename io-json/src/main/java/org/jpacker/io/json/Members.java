package org.jpacker.io.json;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jpacker.api.text.UnknownNameException;

/** The members of an object, with their types checked. */
record Members(Map<?, ?> map) {

  /**
   * The members of an object.
   *
   * @param what it is, for messages
   * @param names that its members may have
   */
  static Members of(Object value, String what, Collection<String> names) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new Mistake(what + " is an object, not " + kind(value));
    }
    for (Object name : map.keySet()) {
      if (!names.contains(name)) {
        throw unknown("member", String.valueOf(name), names);
      }
    }
    return new Members(map);
  }

  static Mistake unknown(String kind, String name, Collection<String> names) {
    UnknownNameException unknown = new UnknownNameException(kind, Mistake.cut(name), names);
    return new Mistake(
        unknown.near().isEmpty() && names.size() < 12
            ? unknown.getMessage() + "; there are " + String.join(", ", names)
            : unknown.getMessage());
  }

  boolean has(String name) {
    return map.containsKey(name);
  }

  Object get(String name) {
    return map.get(name);
  }

  /** A whole number from {@code least} to {@code most}, or {@code absent}. */
  long number(String name, long least, long most, long absent) {
    if (!has(name)) {
      return absent;
    }
    Object value = get(name);
    if (!(value instanceof Long number)) {
      throw new Mistake("a whole number is needed, not " + kind(value)).in(Mistake.member(name));
    }
    if (number < least || number > most) {
      String bound = number < least ? " is less than " + least : " is more than " + most;
      throw new Mistake(number + bound).in(Mistake.member(name));
    }
    return number;
  }

  /** A number with a fraction, also as text, or null. */
  BigDecimal decimal(String name) {
    Object value = get(name);
    if (!has(name) || value instanceof BigDecimal) {
      return (BigDecimal) value;
    }
    try {
      String text = value instanceof String || value instanceof Number ? value.toString() : "";
      return new BigDecimal(text.length() > JsonTree.MOST_DIGITS ? "" : text);
    } catch (NumberFormatException e) {
      throw new Mistake("a number is needed, not " + kind(value)).in(Mistake.member(name));
    }
  }

  /** A text, or null. */
  String text(String name) {
    if (!has(name)) {
      return null;
    }
    if (get(name) instanceof String text) {
      return text;
    }
    throw new Mistake("a text is needed, not " + kind(get(name))).in(Mistake.member(name));
  }

  /** A list, or null. */
  List<?> list(String name) {
    if (!has(name)) {
      return null;
    }
    if (get(name) instanceof List<?> list) {
      return list;
    }
    throw new Mistake("a list is needed, not " + kind(get(name))).in(Mistake.member(name));
  }

  /** A list of texts; none if it is absent. */
  List<String> texts(String name) {
    List<?> list = list(name);
    if (list == null) {
      return List.of();
    }
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof String)) {
        throw new Mistake("a text is needed, not " + kind(list.get(i)))
            .in(Mistake.element(i))
            .in(Mistake.member(name));
      }
    }
    return list.stream().map(String.class::cast).toList();
  }

  /** Octets as hexadecimal digits, or null. */
  byte[] octets(String name) {
    String text = text(name);
    try {
      return text == null ? null : hex(text);
    } catch (Mistake e) {
      throw e.in(Mistake.member(name));
    }
  }

  static byte[] hex(String text) {
    if (text.length() % 2 != 0) {
      throw new Mistake("octets have two hexadecimal digits each, these are " + text.length());
    }
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      int at = 0;
      while (HexFormat.isHexDigit(text.charAt(at))) {
        at++;
      }
      throw new Mistake(
          "'" + Mistake.shown(text.substring(at, at + 1)) + "' is no hexadecimal digit");
    }
  }

  /** What a value is, for messages. */
  static String kind(Object value) {
    if (value instanceof Map) {
      return "an object";
    }
    if (value instanceof List) {
      return "a list";
    }
    if (value instanceof String text) {
      return "'" + Mistake.shown(text) + "'";
    }
    return String.valueOf(value).length() > JsonTree.MOST_DIGITS ? "a number" : "" + value;
  }
}
