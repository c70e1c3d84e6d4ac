package org.jpacker.distribution;

import java.util.Map;
import java.util.TreeMap;

/** Counts differences by their reason, with the location of the first of each. */
final class Explained {
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, String> first = new TreeMap<>();

  void add(String reason, String where) {
    counts.merge(reason, 1, Integer::sum);
    first.putIfAbsent(reason, where);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    counts.forEach(
        (reason, count) ->
            out.append("%n  %d: %s (first %s)".formatted(count, reason, first.get(reason))));
    return out.toString();
  }
}
