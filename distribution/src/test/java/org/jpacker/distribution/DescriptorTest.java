package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Module descriptors are a promise to users: this test detects each change before they do. */
class DescriptorTest {
  private static final Golden GOLDEN = new Golden("descriptor", "descriptors", ".txt");

  private static Map<String, String> descriptors;

  @BeforeAll
  static void describe() throws IOException {
    descriptors = new TreeMap<>();
    Modules.jars().forEach((module, jar) -> descriptors.put(module, describe(jar)));
    GOLDEN.update(descriptors);
  }

  @TestFactory
  Stream<DynamicTest> descriptorsAreAsPromised() {
    return descriptors.entrySet().stream()
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module.getKey(), () -> GOLDEN.compare(module.getKey(), module.getValue())));
  }

  /** The output of {@code jar --describe-module} without version and location. */
  private static String describe(Path jar) {
    var text = new StringWriter();
    ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
    try (var out = new PrintWriter(text)) {
      assertEquals(0, tool.run(out, out, "--describe-module", "--file", jar.toString()));
    }
    return text.toString()
        .replaceAll("\\R", "\n")
        .replaceFirst("@\\S+ jar:\\S+", "@VERSION")
        .strip()
        .concat("\n");
  }

  @Test
  void noPromiseIsLeftOfAModuleThatIsGone() throws IOException {
    assertEquals(Modules.jars().keySet(), GOLDEN.promised());
  }

  /**
   * The folder proto-ip has the artifact jpacker-proto-ip, and the module and package
   * org.jpacker.proto.ip.
   */
  @Test
  void artifactModuleAndPackageHaveOneName() {
    Map<String, Path> jars = Modules.jars();
    assertTrue(jars.remove(Modules.BRIDGE) != null, "the bridge has the name that others look for");
    jars.forEach(
        (module, jar) -> {
          String expected =
              "jpacker-" + module.substring("org.jpacker.".length()).replace('.', '-');
          assertEquals(expected, jar.getFileName().toString().replaceFirst("-[0-9].*\\.jar$", ""));
          for (String name : Modules.descriptor(jar).packages()) {
            assertTrue((name + ".").startsWith(module + "."), () -> name + " in " + jar);
          }
        });
  }
}
