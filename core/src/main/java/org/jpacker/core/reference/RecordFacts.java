package org.jpacker.core.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.contents.Contents;
import org.jpacker.api.contents.Part;
import org.jpacker.api.text.Escape;
import org.jpacker.core.TextTable;
import org.jpacker.core.json.JsonWriter;

/** Describes the records of protocols, such as options: their numbers and their parts. */
final class RecordFacts {
  private static final int DEEPEST = 8;

  private RecordFacts() {}

  /** The types of records by the field that lists them. */
  static Map<String, List<Part>> of(ProtocolRegistry registry, Protocol<?> protocol) {
    Map<String, List<Part>> records = new LinkedHashMap<>();
    for (Field field : protocol.layout().fields()) {
      if (field instanceof ComputedField list) {
        Contents.of(list)
            .map(contents -> contents.describe(registry.additions()))
            .filter(types -> !types.isEmpty())
            .ifPresent(types -> records.put(field.name(), types));
      }
    }
    return records;
  }

  static void append(StringBuilder out, List<Part> types) {
    TextTable table = new TextTable("NUMBER", "RECORD", "BITS", "NOTES");
    types.forEach(type -> rows(table, type, 0));
    table.append(out);
  }

  private static void rows(TextTable table, Part part, int depth) {
    table.row(
        part.numbers().stream().map(String::valueOf).collect(Collectors.joining(" ")),
        Escape.text("  ".repeat(depth) + part.name()),
        part.bits() > 0 ? Integer.toString(part.bits()) : "",
        notes(part));
    if (depth < DEEPEST) {
      part.parts().forEach(inner -> rows(table, inner, depth + 1));
    }
  }

  private static String notes(Part part) {
    List<String> notes = new ArrayList<>();
    if (part.maybe()) {
      notes.add("may be absent");
    }
    if (!part.names().isEmpty()) {
      notes.add("named");
    }
    return String.join(", ", notes);
  }

  static void append(JsonWriter json, List<Part> parts, int depth) {
    json.open('[');
    for (Part part : parts) {
      json.open('{').name("name").string(part.name());
      if (!part.numbers().isEmpty()) {
        json.name("numbers").open('[');
        part.numbers().forEach(json::number);
        json.close(']');
      }
      if (part.bits() > 0) {
        json.name("bits").number(part.bits());
      }
      if (part.maybe()) {
        json.name("maybe").bool(true);
      }
      if (!part.parts().isEmpty() && depth < DEEPEST) {
        append(json.name("parts"), part.parts(), depth + 1);
      }
      json.close('}');
    }
    json.close(']');
  }
}
