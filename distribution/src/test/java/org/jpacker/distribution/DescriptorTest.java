package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a module shows and needs is a promise: a change of it is seen here before its users see it.
 */
class DescriptorTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("jpacker.root"), "distribution/src/test/resources/descriptors");

  private static final boolean UPDATE = "update".equals(System.getProperty("jpacker.golden"));

  @BeforeAll
  static void update() throws IOException {
    if (!UPDATE) {
      return;
    }
    Files.createDirectories(GOLDEN);
    for (Path old : promises()) {
      Files.delete(old);
    }
    for (var module : Modules.jars().entrySet()) {
      Files.writeString(golden(module.getKey()), describe(module.getValue()));
    }
  }

  private static List<Path> promises() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      return files.toList();
    }
  }

  private static Path golden(String module) {
    return GOLDEN.resolve(module + ".txt");
  }

  @TestFactory
  Stream<DynamicTest> descriptorsAreAsPromised() {
    return Modules.jars().entrySet().stream()
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module.getKey(), () -> compare(module.getKey(), module.getValue())));
  }

  private static void compare(String module, Path jar) throws IOException {
    String actual = describe(jar);
    Path golden = golden(module);
    assertEquals(
        Files.exists(golden) ? Files.readString(golden) : "",
        actual,
        () ->
            "The descriptor of "
                + module
                + " is not the one in "
                + golden
                + ". If that is meant, run 'mvn verify -Djpacker.golden=update' and review the change.");
  }

  /** What {@code jar --describe-module} prints, without version and place. */
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
    Set<String> promised = new TreeSet<>();
    for (Path file : promises()) {
      promised.add(file.getFileName().toString().replaceFirst("\\.txt$", ""));
    }
    assertEquals(Modules.jars().keySet(), promised);
  }

  /**
   * The folder proto-ip holds the artifact jpacker-proto-ip, the module and package
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
