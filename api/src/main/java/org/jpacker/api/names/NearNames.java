package org.jpacker.api.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that someone may have meant. */
public final class NearNames {
  private static final int MOST = 6;

  private NearNames() {}

  private record Candidate(int distance, String name) {}

  /** The names near {@code wanted}, the nearest first. */
  public static List<String> of(String wanted, Collection<String> names) {
    String typed = wanted.toLowerCase(Locale.ROOT);
    int bound = Math.max(2, typed.length() / 3);
    List<Candidate> candidates = new ArrayList<>();
    for (String name : names) {
      int distance = distance(typed, name.toLowerCase(Locale.ROOT));
      if (distance <= bound) {
        candidates.add(new Candidate(distance, name));
      } else if (isWithin(typed, name)) {
        candidates.add(new Candidate(bound + name.length(), name));
      }
    }
    return candidates.stream()
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  /**
   * Whether the name contains the typed one, as for {@code srcport}, or the typed one extends it
   * with a dot.
   */
  private static boolean isWithin(String typed, String name) {
    return typed.length() > 1 && (name.contains(typed) || typed.startsWith(name + "."));
  }

  /**
   * Number of characters to insert, remove, replace or swap with their neighbour to turn a into b.
   */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
