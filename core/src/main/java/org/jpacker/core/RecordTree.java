package org.jpacker.core;

import java.util.List;
import java.util.Map;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Header;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Contents;
import org.jpacker.api.text.Escape;
import org.jpacker.api.text.FieldText;

/** Appends the records of a header, such as options, with their parts: a line for each. */
final class RecordTree {
  private final StringBuilder out;
  private final Outline outline;

  /** The fields of the outline say how parts are shown. */
  RecordTree(StringBuilder out, Outline outline) {
    this.out = out;
    this.outline = outline;
  }

  void append(String name, Contents<?, ?> contents, Header header, int indent) {
    List<Object> records;
    try {
      records = contents.shown(header);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      records = List.of("failed: " + e); // records of plug-ins are foreign code
    }
    if (!records.isEmpty()) {
      list(name, records, indent);
    }
  }

  private void list(String name, List<?> items, int indent) {
    boolean plain = items.stream().noneMatch(item -> item instanceof Map<?, ?> || isLong(item));
    if (plain && !items.isEmpty()) {
      indent(indent).append(name).append(": ");
      String separator = "";
      for (Object item : items) {
        value(name, item, separator);
        separator = ", ";
      }
      out.append('\n');
      return;
    }
    indent(indent).append(name).append(items.isEmpty() ? ": none\n" : ":\n");
    for (int i = 0; i < items.size(); i++) {
      entry(Integer.toString(i + 1), items.get(i), indent + 1);
    }
  }

  private static boolean isLong(Object item) {
    return item instanceof String text && text.indexOf(',') >= 0;
  }

  private void entry(String name, Object value, int indent) {
    if (value instanceof List<?> items) {
      list(name, items, indent);
    } else if (value instanceof Map<?, ?> parts) {
      record(name, parts, indent);
    } else {
      indent(indent).append(name).append(": ");
      value(name, value, "");
      out.append('\n');
    }
  }

  /** A member of a union stands alone in a map, under the name of its type. */
  private void record(String name, Map<?, ?> parts, int indent) {
    indent(indent).append(name).append(':');
    Map<?, ?> shown = parts;
    while (shown.size() == 1
        && shown.values().iterator().next() instanceof Map<?, ?> body
        && isType(shown.keySet().iterator().next())) {
      out.append(' ').append(shown.keySet().iterator().next());
      shown = body;
    }
    out.append('\n');
    shown.forEach((part, value) -> entry(String.valueOf(part), value, indent + 1));
  }

  private static boolean isType(Object name) {
    return Character.isUpperCase(String.valueOf(name).charAt(0));
  }

  private void value(String name, Object value, String separator) {
    out.append(separator);
    int from = out.length();
    ComputedField field = outline.computed().get(name);
    if (field == null) {
      Escape.text(out, value instanceof OctetString octets ? octets.toString() : "" + value);
    } else {
      FieldText.value(out, field, value);
    }
    TextTree.shorten(out, from);
    if (field != null && value instanceof Number number) {
      TextTree.name(out, field.valueNames().nameOf(number.longValue()));
    }
  }

  private StringBuilder indent(int depth) {
    return out.append("  ".repeat(depth));
  }
}
