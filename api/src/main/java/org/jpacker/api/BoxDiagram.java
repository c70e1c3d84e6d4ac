package org.jpacker.api;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws layouts as RFCs do: 32 bits per row, two characters per bit. Octets that every header has
 * are drawn even if a condition decides their meaning; the box then names the alternatives.
 */
final class BoxDiagram {
  private static final int ROW = 32;

  private BoxDiagram() {}

  private record Cell(String label, int from, int to) {}

  static String draw(Layout layout) {
    List<Cell> cells = cells(layout);
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
          // a field that spans several rows is named in the first
          box(text, cell.from() >= row ? cell.label() : "", (until - from) * 2 - 1);
        }
      }
      text.append("|\n");
    }
    line(text, (end - 1) % ROW + 1);
    return text.toString();
  }

  /** The octets of every header in wire order; their meaning may depend on a condition. */
  private static List<Cell> cells(Layout layout) {
    List<Cell> cells = new ArrayList<>();
    int end = 0;
    for (Field field : layout.fields()) {
      if (Layout.isFixed(field) && !Layout.isPart(layout.fields(), field)) {
        cells.add(new Cell(field.name(), field.bit(), field.bit() + field.width()));
        end = field.bit() + field.width();
      }
    }
    while (end < layout.size() * 8) {
      Cell cell = conditional(layout, end);
      if (cell == null) {
        break;
      }
      cells.add(cell);
      end = cell.to();
    }
    Field last = layout.fields().isEmpty() ? null : layout.fields().get(rest(layout));
    if (end % ROW == 0
        && last instanceof BytesField
        && last.width() < 0
        && last.bit() == end
        && last.traits().when() == null
        && last.traits().at() == null) {
      cells.add(new Cell(last.name() + " ...", end, end + ROW));
    }
    return cells;
  }

  /**
   * Index of the first octets field that extends to the end of the header, or of the last field.
   */
  private static int rest(Layout layout) {
    for (int i = 0; i < layout.fields().size(); i++) {
      if (layout.fields().get(i) instanceof BytesField octets && octets.width() < 0) {
        return i;
      }
    }
    return layout.fields().size() - 1;
  }

  /**
   * The widest of the fields that begin at {@code bit}; the label names all fields of that width.
   */
  private static Cell conditional(Layout layout, int bit) {
    int width = 0;
    String label = "";
    for (Field field : layout.fields()) {
      boolean fits =
          field.bit() == bit && field.width() > 0 && bit + field.width() <= layout.size() * 8;
      if (fits && field.width() > width) {
        width = field.width();
        label = field.name();
      } else if (fits && field.width() == width) {
        label += " or " + field.name();
      }
    }
    return width == 0 ? null : new Cell(label, bit, bit + width);
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
