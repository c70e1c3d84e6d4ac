package org.jpacker.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jpacker.api.Checksum;
import org.jpacker.api.Packet;
import org.jpacker.api.text.Escape;

/** How many checksums of a capture are bad, good and so on, by field. */
public final class ChecksumCounts {
  private final Map<String, long[]> counts = new TreeMap<>();

  /** No packets yet. */
  public ChecksumCounts() {}

  /** Counts the checksums of a packet; those of packets that it quotes do not count. */
  public void add(Packet packet) {
    for (Checksum checksum : Checksums.of(packet)) {
      counts
          .computeIfAbsent(
              checksum.field().name(), name -> new long[Checksum.Status.values().length])[
          checksum.status().ordinal()]++;
    }
  }

  /** How many checksums called {@code field} there are of this status. */
  public long count(String field, Checksum.Status status) {
    long[] those = counts.get(field);
    return those == null ? 0 : those[status.ordinal()];
  }

  /** Whether there were no checksums. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Appends a table, a line for each field. */
  public void append(StringBuilder out) {
    TextTable table = new TextTable("CHECKSUM", "BAD", "GOOD", "UNVERIFIED", "NOT PRESENT");
    counts.forEach(
        (name, those) -> {
          List<String> row = new ArrayList<>(List.of(Escape.text(name)));
          for (long count : those) {
            row.add(Long.toString(count));
          }
          table.row(row.toArray(String[]::new));
        });
    table.append(out);
  }
}
