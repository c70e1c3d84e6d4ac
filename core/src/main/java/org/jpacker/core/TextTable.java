package org.jpacker.core;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns, two spaces apart; the last column is not padded. */
public final class TextTable {
  private final List<String[]> rows = new ArrayList<>();

  /** A table with these headings, or without headings if there are none. */
  public TextTable(String... headings) {
    if (headings.length > 0) {
      rows.add(headings);
    }
  }

  /** Adds a row with as many cells as there are columns. */
  public TextTable row(String... cells) {
    rows.add(cells);
    return this;
  }

  /** Appends the table, one line per row. */
  public void append(StringBuilder out) {
    int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (String[] row : rows) {
      int padding = 0;
      for (int i = 0; i < row.length; i++) {
        if (!row[i].isEmpty()) {
          out.append(" ".repeat(padding)).append(row[i]);
          padding = 0;
        }
        padding += widths[i] + 2 - row[i].length();
      }
      out.append('\n');
    }
  }
}
