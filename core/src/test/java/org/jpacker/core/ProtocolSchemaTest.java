package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.core.json.ProtocolSchema;
import org.junit.jupiter.api.Test;

class ProtocolSchemaTest {

  private static Map<?, ?> schema(Protocol<?> protocol) {
    StringBuilder out = new StringBuilder();
    ProtocolSchema.append(out, ProtocolRegistry.installed(), protocol);
    return (Map<?, ?>) JsonReader.read(out.toString());
  }

  private static Map<?, ?> at(Object tree, Object... path) {
    Object there = tree;
    for (Object step : path) {
      there =
          step instanceof Integer index
              ? ((List<?>) there).get(index)
              : ((Map<?, ?>) there).get(step);
    }
    return (Map<?, ?>) there;
  }

  @Test
  void layerHasItsProtocolAndItsFields() {
    Map<?, ?> schema = schema(Net.PROTOCOL);
    assertEquals("https://json-schema.org/draft/2020-12/schema", schema.get("$schema"));
    assertEquals("net", at(schema, "properties", "protocol").get("const"));
    Map<?, ?> fields = at(schema, "properties", "fields", "properties");
    assertEquals(Net.PROTOCOL.layout().fields().size(), fields.size());
    assertEquals("ipv4", at(fields, "net.src").get("format"));
    assertEquals("ipv6", at(fields, "net.via").get("format"));
    assertEquals(new BigDecimal(255), at(fields, "net.ttl").get("maximum"));
    assertEquals(new BigDecimal(64), at(fields, "net.ttl").get("default"));
    assertEquals(new BigDecimal(4), at(fields, "net.hdr_len").get("multipleOf"));
    assertEquals(List.of("boolean", "integer"), at(fields, "net.flags.more").get("type"));
    assertEquals(List.of("integer", "string"), at(fields, "net.cookie").get("type"));
    assertEquals(null, at(fields, "net.cookie").get("maximum"));
    assertTrue(((BigDecimal) at(fields, "net.skew").get("minimum")).signum() < 0);
    List<?> pinned = (List<?>) at(schema, "properties", "pinned", "items").get("enum");
    assertTrue(pinned.contains("net.len") && !pinned.contains("net.ttl"), pinned.toString());
    assertEquals(
        "follows from the packet unless it is pinned", at(fields, "net.len").get("description"));
  }

  @Test
  void listOfRecordsIsAUnionOfTheirTypes() {
    Map<?, ?> fields = at(schema(Tagged.PROTOCOL), "properties", "fields", "properties");
    List<?> types = (List<?>) at(fields, "tagged.tag", "items").get("oneOf");
    Map<?, ?> route = at(types, 1);
    assertEquals(List.of("Route"), route.get("required"));
    Map<?, ?> parts = at(route, "properties", "Route", "properties");
    assertEquals(List.of("boolean", "integer"), at(parts, "strict").get("type"));
    assertEquals(new BigDecimal(127), at(parts, "tagged.hops").get("maximum"));
    assertTrue(parts.containsKey("tagged.via"), parts.toString());
    assertEquals(true, at(fields, "tagged.single").get("readOnly"));
  }
}
