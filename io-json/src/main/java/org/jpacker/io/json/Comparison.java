package org.jpacker.io.json;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Finds what is given for a packet but is not so in it. What is not given is no difference. */
final class Comparison {
  private static final int MOST_SHOWN = 40;

  /** Receives a path and what is different there. */
  private final BiConsumer<String, String> found;

  /** Follows the value in the packet, such as "is written". */
  private final String verb;

  private Comparison(String verb, BiConsumer<String, String> found) {
    this.verb = verb;
    this.found = found;
  }

  /**
   * Compares layers.
   *
   * @param given from the input
   * @param there in the packet
   * @param verb follows the value in the packet, such as "is written"
   * @param found receives a path and what is different there
   */
  static void layers(List<?> given, List<?> there, String verb, BiConsumer<String, String> found) {
    new Comparison(verb, found).layers(given, there);
  }

  private void layers(List<?> given, List<?> there) {
    for (int i = 0; i < Math.max(given.size(), there.size()); i++) {
      String at = "layers" + Mistake.element(i);
      String one = i < given.size() ? name(given.get(i)) : "nothing";
      String other = i < there.size() ? name(there.get(i)) : "nothing";
      if (!one.equals(other)) {
        found.accept(at, one + " is given, " + other + " " + verb);
        return; // what follows is compared with something else
      }
      layer((Map<?, ?>) given.get(i), (Map<?, ?>) there.get(i), at);
    }
  }

  private static String name(Object layer) {
    Object protocol = layer instanceof Map<?, ?> map ? map.get("protocol") : null;
    return protocol instanceof String name ? Mistake.shown(name) : "raw";
  }

  private void layer(Map<?, ?> given, Map<?, ?> there, String at) {
    given.forEach(
        (name, value) -> {
          if (name.equals("fields") && there.get(name) instanceof Map) {
            fields((Map<?, ?>) value, (Map<?, ?>) there.get(name), at + ".fields");
          } else if (!name.equals("malformed") && !name.equals("pinned")) {
            value(value, there.get(name), at + Mistake.member(String.valueOf(name)));
          }
        });
  }

  private void fields(Map<?, ?> given, Map<?, ?> there, String at) {
    given.forEach(
        (name, value) -> {
          if (there.containsKey(name) || !String.valueOf(name).endsWith(".status")) {
            value(value, there.get(name), at + Mistake.quoted(String.valueOf(name)));
          }
        });
  }

  private void value(Object given, Object there, String at) {
    if (!isSame(given, there)) {
      found.accept(at, shown(given) + " is given, " + shown(there) + " " + verb);
    }
  }

  private static String shown(Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof Map || value instanceof List) {
      return "another value";
    }
    String text = String.valueOf(value);
    return Mistake.shown(
        text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...");
  }

  /** Whether two trees are the same: numbers also as text, octets in upper or lower case. */
  static boolean isSame(Object one, Object other) {
    if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> same) {
      return map.size() == same.size()
          && map.entrySet().stream()
              .allMatch(
                  entry ->
                      same.containsKey(entry.getKey())
                          && isSame(entry.getValue(), same.get(entry.getKey())));
    }
    if (one instanceof List<?> list && other instanceof List<?> same) {
      if (list.size() != same.size()) {
        return false;
      }
      Iterator<?> others = same.iterator();
      return list.stream().allMatch(element -> isSame(element, others.next()));
    }
    if (one instanceof Map || one instanceof List || one == null || other == null) {
      return one == other;
    }
    return String.valueOf(one).equalsIgnoreCase(String.valueOf(other)) || isSameNumber(one, other);
  }

  /** A flag may be given as a number, and a number in hexadecimal digits. */
  private static boolean isSameNumber(Object one, Object other) {
    if (one instanceof Long number && other instanceof Boolean flag) {
      return number == (flag ? 1 : 0);
    }
    if (one instanceof String text && text.startsWith("0x") && other instanceof Number number) {
      try {
        return Long.parseUnsignedLong(text.substring(2), 16) == number.longValue();
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return false;
  }
}
