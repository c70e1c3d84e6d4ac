package org.jpacker.api;

import java.util.ArrayList;
import java.util.List;

/** Draws layouts the way RFCs do: 32 bits a row, two characters a bit. */
final class BoxDiagram {
  private static final int ROW = 32;

  private BoxDiagram() {}

  private record Cell(String label, int from, int to) {}

  static String draw(Layout layout) {
    List<Cell> cells = new ArrayList<>();
    for (Field field : layout.fields()) {
      if (Layout.isFixed(field) && !Layout.isPart(layout.fields(), field)) {
        cells.add(new Cell(field.name(), field.bit(), field.bit() + field.width()));
      }
    }
    if (cells.isEmpty()) {
      return "";
    }
    int end = cells.get(cells.size() - 1).to();
    StringBuilder text = new StringBuilder();
    text.append(" 0                   1                   2                   3\n");
    text.append(" 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1\n");
    for (int row = 0; row < end; row += ROW) {
      line(text, Math.min(ROW, Math.max(end - row, row == 0 ? 0 : ROW)));
      int to = Math.min(row + ROW, end);
      for (Cell cell : cells) {
        int from = Math.max(cell.from(), row);
        int until = Math.min(cell.to(), to);
        if (from < until) {
          // a field of several rows is named in the first
          box(text, cell.from() >= row ? cell.label() : "", (until - from) * 2 - 1);
        }
      }
      text.append("|\n");
    }
    line(text, (end - 1) % ROW + 1);
    return text.toString();
  }

  private static void line(StringBuilder text, int bits) {
    text.append("+-".repeat(bits)).append("+\n");
  }

  private static void box(StringBuilder text, String label, int width) {
    String shown = label.length() <= width ? label : label.substring(label.lastIndexOf('.') + 1);
    if (shown.length() > width) {
      shown = shown.substring(0, width);
    }
    int left = (width - shown.length()) / 2;
    text.append('|').append(" ".repeat(left)).append(shown);
    text.append(" ".repeat(width - shown.length() - left));
  }
}
