package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.Frame;
import org.jpacker.core.HexDump;
import org.jpacker.core.TextTree;
import org.jpacker.fuzz.ExamplePackets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The output of {@code jpacker read -v -x} for a packet of each protocol, as golden files. */
class TreesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/trees");
  private static final boolean UPDATE = "update".equals(System.getProperty("jpacker.golden"));

  private final Map<String, Packet> examples = ExamplePackets.all();

  @Test
  void eachProtocolHasAnExample() {
    Set<String> names =
        ProtocolRegistry.installed().protocols().stream()
            .map(Protocol::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(names, new TreeMap<>(examples).keySet());
  }

  @TestFactory
  Stream<DynamicTest> treesAreAsReviewed() {
    return examples.entrySet().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getKey(), () -> compare(example.getKey(), example.getValue())));
  }

  private static void compare(String name, Packet example) throws IOException {
    Packet packet = Packet.read(example.toBytes(), example.linkType());
    assertFalse(packet.layers().stream().anyMatch(Malformed.class::isInstance), packet.toString());
    assertTrue(packet.layers().stream().anyMatch(layer -> isNamed(layer, name)), packet.toString());
    StringBuilder text = new StringBuilder();
    new TextTree().append(text, Frame.of(packet));
    HexDump.append(text, packet);
    Path golden = GOLDEN.resolve(name + ".txt");
    if (UPDATE) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
    }
    assertEquals(
        Files.exists(golden) ? Files.readString(golden) : "",
        text.toString(),
        () ->
            "Not what is in "
                + golden
                + ". If that is meant, run 'mvn verify -Djpacker.golden=update' and review the change.");
  }

  private static boolean isNamed(Layer layer, String name) {
    return layer instanceof Header header && header.protocol().name().equals(name);
  }
}
