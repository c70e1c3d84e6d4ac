package org.jpacker.core.json;

import java.util.List;
import org.jpacker.api.AddedTypes;
import org.jpacker.api.AddressField;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Ipv4Field;
import org.jpacker.api.MacField;
import org.jpacker.api.NumberField;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.contents.Contents;
import org.jpacker.api.contents.Part;
import org.jpacker.core.Checksums;
import org.jpacker.core.Outline;

/**
 * Writes a JSON schema, version 2020-12, of one layer of a protocol, as {@link PacketJson} writes
 * it and as a packet is made from it.
 */
public final class ProtocolSchema {
  private static final String VERSION = "https://json-schema.org/draft/2020-12/schema";

  /** Widest number that a double holds exactly. */
  private static final int MOST_EXACT_BITS = 53;

  private ProtocolSchema() {}

  /** Appends the schema of {@code protocol}, without a line feed. */
  public static void append(StringBuilder out, ProtocolRegistry registry, Protocol<?> protocol) {
    JsonWriter json = new JsonWriter(out).open('{');
    json.name("$schema").string(VERSION).name("title").string(protocol.title());
    json.name("type").string("object");
    json.name("required").open('[').string("protocol").close(']');
    json.name("additionalProperties").bool(false);
    json.name("properties").open('{');
    json.name("protocol").open('{').name("const").string(protocol.name()).close('}');
    json.name("fields").open('{').name("type").string("object");
    json.name("additionalProperties").bool(false).name("properties").open('{');
    List<Outline.Item> items = Outline.of(registry, protocol).items();
    for (Outline.Item item : items) {
      field(json, item, registry.additions());
    }
    json.close('}').close('}');
    json.name("pinned").open('{').name("type").string("array");
    json.name("items").open('{').name("enum").open('[');
    items.stream()
        .filter(item -> item.field().traits().derived())
        .forEach(item -> json.string(item.field().name()));
    json.close(']').close('}').close('}');
    for (String name : List.of("rest", "tail", "trailer")) {
      json.name(name).open('{');
      octets(json, -1).close('}');
    }
    json.close('}').close('}');
  }

  private static void field(JsonWriter json, Outline.Item item, AddedTypes additions) {
    Field field = item.field();
    json.name(field.name()).open('{').name("title").string(item.label());
    String description = description(field);
    if (!description.isEmpty()) {
      json.name("description").string(description);
    }
    if (field instanceof ComputedField computed) {
      computed(json, computed, additions);
    } else if (field instanceof FlagField) {
      json.name("type").open('[').string("boolean").string("integer").close(']');
      json.name("minimum").number(0).name("maximum").number(1);
      json.name("default").bool(field.traits().initial() != 0);
    } else if (field instanceof NumberField) {
      number(json, field);
    } else if (field instanceof MacField) {
      json.name("type").string("string");
      json.name("pattern").string("^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$");
    } else if (field instanceof AddressField) {
      json.name("type").string("string");
      json.name("format").string(field instanceof Ipv4Field ? "ipv4" : "ipv6");
    } else if (field instanceof BytesField) {
      octets(json, field.width());
    } else {
      json.name("type").string("string");
      size(json, field.width() / 8);
    }
    json.close('}');
    if (field.traits().checksum()) {
      json.name(field.name() + Checksums.STATUS).open('{').name("readOnly").bool(true);
      json.name("enum").open('[');
      for (int status = 0; status < 4; status++) {
        json.number(status);
      }
      json.close(']').close('}');
    }
  }

  private static String description(Field field) {
    String condition = field.traits().condition();
    String present = condition.isEmpty() ? "" : "present if " + condition;
    String derived = field.traits().derived() ? "follows from the packet unless it is pinned" : "";
    return present.isEmpty() || derived.isEmpty() ? present + derived : present + "; " + derived;
  }

  private static void number(JsonWriter json, Field field) {
    int width = field.width();
    long times = field.traits().times();
    boolean signed = field.traits().signed();
    integer(json);
    json.name("minimum").number(signed ? -(1L << Math.min(width, 62) - 1) * times : 0);
    if (width <= MOST_EXACT_BITS) {
      json.name("maximum").number(((1L << (signed ? width - 1 : width)) - 1) * times);
    }
    if (times > 1) {
      json.name("multipleOf").number(times);
    }
    json.name("default").number(field.traits().initial() * times);
  }

  /** Digits in a text are taken, too; numbers beyond a double are always texts. */
  private static void integer(JsonWriter json) {
    json.name("type").open('[').string("integer").string("string").close(']');
    json.name("pattern").string("^(0x[0-9A-Fa-f]{1,16}|-?[0-9]{1,20})$");
  }

  private static JsonWriter octets(JsonWriter json, int width) {
    json.name("type").string("string").name("pattern").string("^([0-9A-Fa-f]{2})*$");
    return size(json, width / 4);
  }

  private static JsonWriter size(JsonWriter json, int characters) {
    if (characters > 0) {
      json.name("minLength").number(characters).name("maxLength").number(characters);
    }
    return json;
  }

  private static void computed(JsonWriter json, ComputedField field, AddedTypes additions) {
    Contents<?, ?> contents = Contents.of(field).orElse(null);
    if (contents == null || !contents.isSettable()) {
      json.name("readOnly").bool(true);
      return;
    }
    json.name("type").string("array").name("items").open('{');
    List<Part> types = contents.describe(additions);
    boolean isUnion = types.stream().allMatch(type -> type.bits() < 0 && isType(type));
    if (isUnion) {
      json.name("oneOf").open('[');
      types.forEach(type -> member(json, type));
      json.close(']');
    } else {
      parts(json, types);
    }
    json.close('}');
  }

  /** Whether it is a type of record, which is named as in Java. */
  private static boolean isType(Part part) {
    return Character.isUpperCase(part.name().charAt(0));
  }

  /** An object with one member, which is named after the type. */
  private static void member(JsonWriter json, Part type) {
    json.open('{').name("type").string("object");
    json.name("required").open('[').string(type.name()).close(']');
    json.name("additionalProperties").bool(false);
    json.name("properties").open('{').name(type.name()).open('{');
    parts(json, type.parts());
    json.close('}').close('}').close('}');
  }

  private static void parts(JsonWriter json, List<Part> parts) {
    json.name("type").string("object").name("properties").open('{');
    for (Part part : parts) {
      if (!part.name().equals("reserved")) {
        part(json.name(part.name()).open('{'), part);
        json.close('}');
      }
    }
    json.close('}');
  }

  private static void part(JsonWriter json, Part part) {
    if (part.bits() == 1) {
      json.name("type").open('[').string("boolean").string("integer").close(']');
    } else if (part.bits() > 0) {
      integer(json);
      if (part.bits() <= MOST_EXACT_BITS) {
        json.name("maximum").number((1L << part.bits()) - 1);
      }
    } else if (!part.parts().isEmpty()) {
      json.name("type").open('[').string("array").string("object").close(']');
    }
  }
}
