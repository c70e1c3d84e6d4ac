package org.jpacker.distribution;

import java.util.Map;
import java.util.TreeMap;

/**
 * Differences that have a reason: how many each reason explains, and where the first of them is.
 */
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
