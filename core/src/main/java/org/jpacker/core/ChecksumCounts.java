package org.jpacker.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jpacker.api.Checksum;
import org.jpacker.api.Packet;
import org.jpacker.api.text.Escape;

/** Counts the checksums of a capture by field and status. */
public final class ChecksumCounts {
  private final Map<String, long[]> counts = new TreeMap<>();

  /** Counts for a capture without packets. */
  public ChecksumCounts() {}

  /** Counts the checksums of a packet, without those of quoted packets. */
  public void add(Packet packet) {
    for (Checksum checksum : Checksums.of(packet)) {
      counts
          .computeIfAbsent(
              checksum.field().name(), name -> new long[Checksum.Status.values().length])[
          checksum.status().ordinal()]++;
    }
  }

  /** The number of checksums in the field named {@code field} with this status. */
  public long count(String field, Checksum.Status status) {
    long[] those = counts.get(field);
    return those == null ? 0 : those[status.ordinal()];
  }

  /** Whether there were no checksums. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Appends a table, one line per field. */
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
