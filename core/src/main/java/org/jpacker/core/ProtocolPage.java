package org.jpacker.core;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jpacker.api.BytesField;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Ipv4Field;
import org.jpacker.api.Ipv6Field;
import org.jpacker.api.MacField;
import org.jpacker.api.Protocol;
import org.jpacker.api.TextField;
import org.jpacker.api.Traits;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;

/** What there is to know of a protocol's header: its fields, names of values, the box diagram. */
public final class ProtocolPage {

  private ProtocolPage() {}

  /** Appends the page, several lines. */
  public static void append(StringBuilder out, Protocol<?> protocol) {
    TextTable table = new TextTable("FIELD", "BIT", "BITS", "TYPE", "DEFAULT", "NOTES");
    List<Outline.Item> items = Outline.of(protocol).items();
    for (Outline.Item item : items) {
      Field field = item.field();
      table.row(
          "  ".repeat(item.depth()) + field.name(),
          field.bit() < 0 ? "-" : Integer.toString(field.bit()),
          field.width() < 0 ? "-" : Integer.toString(field.width()),
          type(field),
          initial(field),
          notes(protocol, field));
    }
    table.append(out);
    for (Outline.Item item : items) {
      values(out, item.field());
    }
    String diagram = protocol.layout().diagram();
    if (!diagram.isEmpty()) {
      out.append('\n').append(diagram);
    }
  }

  private static String type(Field field) {
    if (field instanceof UIntField || field instanceof ULongField) {
      return field.traits().signed() ? "signed number" : "number";
    }
    if (field instanceof Ipv4Field || field instanceof Ipv6Field) {
      return field instanceof Ipv4Field ? "IPv4 address" : "IPv6 address";
    }
    if (field instanceof MacField) {
      return "MAC address";
    }
    return field instanceof FlagField
        ? "flag"
        : field instanceof BytesField ? "octets" : field instanceof TextField ? "text" : "computed";
  }

  private static String initial(Field field) {
    StringBuilder out = new StringBuilder();
    if (type(field).endsWith("number")) {
      FieldText.number(
          out, field.traits().initial() * field.traits().times(), field.width(), field.traits());
    } else if (field instanceof FlagField) {
      out.append(field.traits().initial());
    }
    return out.toString();
  }

  private static String notes(Protocol<?> protocol, Field field) {
    Traits traits = field.traits();
    List<String> notes = new ArrayList<>();
    if (field == protocol.layout().source()) {
      notes.add("source");
    }
    if (field == protocol.layout().destination()) {
      notes.add("destination");
    }
    if (traits.derived()) {
      notes.add("derived");
    }
    if (traits.times() != 1) {
      notes.add("in steps of " + traits.times());
    }
    if (traits.littleEndian()) {
      notes.add("little-endian");
    }
    if (traits.selects() != null) {
      notes.add("selects " + traits.selects().name());
    }
    if (!traits.condition().isEmpty()) {
      notes.add("if " + traits.condition());
    } else if (traits.at() != null) {
      notes.add("where the header tells");
    }
    return String.join(", ", notes);
  }

  private static void values(StringBuilder out, Field field) {
    if (field.traits().valueNames().isEmpty()) {
      return;
    }
    out.append('\n').append(field.name()).append('\n');
    new TreeMap<>(field.traits().valueNames())
        .forEach(
            (value, name) -> {
              out.append("  ");
              FieldText.number(out, value, field.width(), field.traits());
              out.append("  ").append(name).append('\n');
            });
  }
}
