package org.jpacker.core.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jpacker.api.ComputedField;
import org.jpacker.api.DispatchKey;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Field;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.ValueNames;
import org.jpacker.api.text.Escape;
import org.jpacker.api.text.FieldText;
import org.jpacker.core.Outline;
import org.jpacker.core.TextTable;
import org.jpacker.core.source.JavaSetters;

/**
 * The reference page of a protocol, for people: its diagram, the protocols below and above, its
 * fields, names of their values, and Java that creates one. Everything is taken from the layout and
 * the registry.
 */
public final class ProtocolPage {

  /** Default number of value names shown per field. */
  public static final int SOME = 20;

  /**
   * A list longer than this many times the number shown is a registry: its beginning is of little
   * interest.
   */
  private static final int LONG = 3;

  /** Tables with more carriers than this are treated as global numbers. */
  private static final int MOST_CARRIERS = 12;

  private final DispatchText dispatch;
  private final ProtocolRegistry registry;
  private final int mostNames;

  /**
   * Pages of the protocols of {@code registry}.
   *
   * @param registry the protocols
   * @param mostNames number of value names shown per field, such as {@link #SOME}
   */
  public ProtocolPage(ProtocolRegistry registry, int mostNames) {
    this.registry = registry;
    this.dispatch = new DispatchText(registry);
    this.mostNames = mostNames;
  }

  /** Appends the page, several lines. */
  public void append(StringBuilder out, Protocol<?> protocol) {
    JavaSetters setters = JavaSetters.of(protocol);
    carriers(out, protocol);
    carried(out, protocol);
    section(out, "In Java, class " + protocol.type().getName());
    for (String line : JavaExamples.of(protocol, setters)) {
      out.append("  ").append(line).append('\n');
    }
    String diagram = protocol.layout().diagram();
    if (!diagram.isEmpty()) {
      section(out, "Header, " + octets(protocol.layout().size()));
      out.append(diagram);
    }
    section(out, "Fields");
    fields(out, protocol, setters);
    RecordFacts.of(registry, protocol)
        .forEach(
            (field, types) -> {
              section(out, "Records of " + field);
              RecordFacts.append(out, types);
            });
    names(out, protocol);
  }

  private static void section(StringBuilder out, String title) {
    out.append(out.isEmpty() ? "" : "\n").append(title).append('\n');
  }

  private static String octets(int count) {
    return count + (count == 1 ? " octet" : " octets");
  }

  private void carriers(StringBuilder out, Protocol<?> protocol) {
    List<DispatchKey> keys = registry.keysOf(protocol);
    if (keys.isEmpty()) {
      return;
    }
    section(out, "Carried by");
    TextTable table = new TextTable();
    for (DispatchKey key : keys) {
      StringBuilder number = new StringBuilder("  ").append(key.table().name()).append("==");
      dispatch.number(number, key);
      table.row(number.toString(), carriers(key.table()));
    }
    table.append(out);
  }

  private String carriers(DispatchTable table) {
    if (table == DispatchTable.LINK_TYPE) {
      return "capture files";
    }
    List<Protocol<?>> carriers = dispatch.carriers(table);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < carriers.size() && i < MOST_CARRIERS; i++) {
      out.append(i == 0 ? "in " : ", ").append(carriers.get(i).name());
    }
    return carriers.size() > MOST_CARRIERS ? out + " and others" : out.toString();
  }

  private void carried(StringBuilder out, Protocol<?> protocol) {
    boolean isFirst = true;
    for (DispatchTable table : DispatchText.tables(protocol)) {
      Map<Long, Protocol<?>> carried = dispatch.carried(table);
      if (carried.isEmpty()) {
        continue;
      }
      if (isFirst) {
        section(out, "Carries");
      }
      isFirst = false;
      out.append("  by ").append(table.name()).append('\n');
      TextTable rows = new TextTable();
      carried.forEach(
          (value, by) -> {
            StringBuilder number = new StringBuilder("    ");
            dispatch.number(number, table.key(value));
            rows.row(number.toString(), by.name());
          });
      rows.append(out);
    }
  }

  private void fields(StringBuilder out, Protocol<?> protocol, JavaSetters setters) {
    TextTable table = new TextTable("FIELD", "BIT", "BITS", "TYPE", "DEFAULT", "JAVA", "NOTES");
    for (Outline.Item item : Outline.of(registry, protocol).items()) {
      Field field = item.field();
      int bit = FieldFacts.bit(field);
      table.row(
          "  ".repeat(item.depth()) + field.name(),
          bit < 0 ? "-" : Integer.toString(bit),
          field.width() < 0 ? "-" : Integer.toString(field.width()),
          FieldFacts.type(field),
          FieldFacts.initial(field),
          FieldFacts.java(setters, field),
          FieldFacts.notes(protocol.layout(), field));
    }
    table.append(out);
  }

  private void names(StringBuilder out, Protocol<?> protocol) {
    Map<ValueNames, List<Field>> fields = new LinkedHashMap<>();
    for (Field field : registry.fieldsOf(protocol)) {
      if (!field.valueNames().isEmpty()) {
        fields.computeIfAbsent(field.valueNames(), names -> new ArrayList<>()).add(field);
      }
    }
    fields.forEach(
        (names, those) -> {
          int before = out.length();
          try {
            names(out, names, those);
          } catch (RuntimeException e) {
            // a plug-in's file that is missing or invalid affects its own list only
            out.setLength(before);
            section(out, "Values of " + those.get(0).name() + ": failed: " + e.getMessage());
          }
        });
  }

  private void names(StringBuilder out, ValueNames names, List<Field> fields) {
    StringBuilder title = new StringBuilder("Values of ").append(fields.get(0).name());
    for (Field field : fields.subList(1, fields.size())) {
      title.append(", ").append(field.name());
    }
    if (names.within() != null) {
      title.append(", behind the value of ").append(names.within().name());
    }
    section(out, title.toString());
    List<ValueNames.Entry> entries = names.entries();
    int shown =
        entries.size() <= mostNames
            ? entries.size()
            : entries.size() / LONG > mostNames ? 0 : mostNames;
    TextTable table = new TextTable();
    for (ValueNames.Entry entry : entries.subList(0, shown)) {
      StringBuilder number = new StringBuilder("  ");
      if (names.within() != null) {
        number(number, names.within(), entry.of());
        number.append('/');
      }
      number(number, fields.get(0), entry.value());
      table.row(number.toString(), Escape.text(entry.name()), Escape.text(entry.reference()));
    }
    table.append(out);
    if (shown == 0) {
      out.append("  ").append(entries.size()).append(" numbers have names, see --all\n");
    } else if (shown < entries.size()) {
      out.append("  ... ").append(entries.size() - shown).append(" more, see --all\n");
    }
    for (String line : names.about()) {
      Escape.text(out.append("  "), line);
      out.append('\n');
    }
  }

  private static void number(StringBuilder out, Field field, long value) {
    if (field.width() > 0) {
      FieldText.number(out, value, field.width(), field.traits());
    } else {
      out.append(field instanceof ComputedField computed ? computed.textOf(value) : value);
    }
  }
}
