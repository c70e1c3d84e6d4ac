package org.jpacker.core.reference;

import java.util.List;
import org.jpacker.api.DispatchKey;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Traits;
import org.jpacker.api.ValueNames;
import org.jpacker.core.Outline;
import org.jpacker.core.json.JsonWriter;
import org.jpacker.core.source.JavaSetters;

/**
 * Writes the contents of a {@link ProtocolPage} for programs: one JSON object without line breaks.
 * Lists are complete; members that do not apply to a field are left out.
 *
 * <pre>{@code
 * {"protocol":"ip","title":"Internet Protocol Version 4","class":"org.jpacker.proto.ip.Ipv4",
 *  "module":"org.jpacker.proto.ip","size":20,"links":["https://www.rfc-editor.org/rfc/rfc791"],
 *  "selected_by":[{"table":"ethertype","number":2048,"name":"IPv4"}],
 *  "selects":[{"table":"ip.proto","number":6,"name":"TCP","protocol":"tcp"}],
 *  "fields":[{"name":"ip.proto","bit":72,"bits":8,"type":"number","default":0,"derived":true,
 *      "selects":"ip.proto","java":"proto(int)","names":[{"number":6,"name":"TCP"}]}],
 *  "diagram":"..."}
 * }</pre>
 */
public final class ProtocolJson {
  private final ProtocolRegistry registry;
  private final DispatchText dispatch;

  /** A writer for the protocols of {@code registry}. */
  public ProtocolJson(ProtocolRegistry registry) {
    this.registry = registry;
    this.dispatch = new DispatchText(registry);
  }

  /** Appends the protocol, without a line feed. */
  public void append(StringBuilder out, Protocol<?> protocol) {
    JsonWriter json = new JsonWriter(out).open('{');
    json.name("protocol").string(protocol.name());
    json.name("title").string(protocol.title());
    json.name("class").string(protocol.type().getName());
    registry.providerOf(protocol).ifPresent(from -> json.name("module").string(from.module()));
    json.name("size").number(protocol.layout().size());
    json.name("links").open('[');
    protocol.links().forEach(json::string);
    json.close(']').name("selected_by").open('[');
    for (DispatchKey key : registry.keysOf(protocol)) {
      key(json, key).close('}');
    }
    json.close(']').name("selects").open('[');
    for (DispatchTable table : DispatchText.tables(protocol)) {
      dispatch
          .carried(table)
          .forEach(
              (number, carried) ->
                  key(json, table.key(number)).name("protocol").string(carried.name()).close('}'));
    }
    json.close(']').name("fields").open('[');
    JavaSetters setters = JavaSetters.of(protocol);
    for (Outline.Item item : Outline.of(registry, protocol).items()) {
      field(json.open('{'), protocol, item, setters);
      json.close('}');
    }
    json.close(']').name("records").open('{');
    RecordFacts.of(registry, protocol)
        .forEach((field, types) -> RecordFacts.append(json.name(field), types, 0));
    json.close('}').name("diagram").string(protocol.layout().diagram()).close('}');
  }

  private JsonWriter key(JsonWriter json, DispatchKey key) {
    json.open('{').name("table").string(key.table().name()).name("number").number(key.value());
    String name = dispatch.nameOf(key);
    if (name != null) {
      json.name("name").string(name);
    }
    return json;
  }

  private static void field(
      JsonWriter json, Protocol<?> protocol, Outline.Item item, JavaSetters setters) {
    Field field = item.field();
    Traits traits = field.traits();
    json.name("name").string(field.name());
    number(json, "bit", FieldFacts.bit(field));
    number(json, "bits", field.width());
    json.name("type").string(FieldFacts.type(field));
    if (FieldFacts.isNumber(field)) {
      json.name("default").number(traits.initial() * traits.times());
    } else if (field instanceof FlagField) {
      json.name("default").bool(traits.initial() != 0);
    }
    number(json, "depth", item.depth() > 0 ? item.depth() : -1);
    number(json, "times", traits.times() > 1 ? traits.times() : -1);
    flag(json, "derived", traits.derived());
    flag(json, "checksum", traits.checksum());
    flag(json, "little_endian", traits.littleEndian());
    flag(json, "hex", traits.hex());
    flag(json, "source", field == protocol.layout().source());
    flag(json, "destination", field == protocol.layout().destination());
    text(json, "condition", traits.condition());
    text(json, "selects", traits.selects() == null ? "" : traits.selects().name());
    text(json, "java", FieldFacts.java(setters, field));
    names(json, field.valueNames());
  }

  private static void names(JsonWriter json, ValueNames names) {
    if (names.isEmpty()) {
      return;
    }
    List<ValueNames.Entry> entries;
    try {
      entries = names.entries();
    } catch (RuntimeException e) {
      json.name("names_failed").string(String.valueOf(e.getMessage()));
      return;
    }
    text(json, "names_depend_on", names.within() == null ? "" : names.within().name());
    json.name("names").open('[');
    for (ValueNames.Entry entry : entries) {
      json.open('{');
      if (names.within() != null) {
        json.name("of").number(entry.of());
      }
      json.name("number").number(entry.value()).name("name").string(entry.name());
      text(json, "reference", entry.reference());
      json.close('}');
    }
    json.close(']');
  }

  private static void number(JsonWriter json, String name, int value) {
    if (value >= 0) {
      json.name(name).number(value);
    }
  }

  private static void flag(JsonWriter json, String name, boolean value) {
    if (value) {
      json.name(name).bool(true);
    }
  }

  private static void text(JsonWriter json, String name, String value) {
    if (!value.isEmpty()) {
      json.name(name).string(value);
    }
  }
}
