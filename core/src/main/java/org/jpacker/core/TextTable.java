package org.jpacker.core;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns that line up, two spaces apart; the last one is as wide as it likes. */
public final class TextTable {
  private final List<String[]> rows = new ArrayList<>();

  /** A table with these words above its columns; without any if there are none. */
  public TextTable(String... headings) {
    if (headings.length > 0) {
      rows.add(headings);
    }
  }

  /** Adds a row, with as many cells as there are columns. */
  public TextTable row(String... cells) {
    rows.add(cells);
    return this;
  }

  /** Appends the table, a line for each row. */
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
