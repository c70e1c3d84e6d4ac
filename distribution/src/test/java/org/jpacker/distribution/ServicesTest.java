package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Provides;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Providers are declared twice and must agree: the module path reads {@code provides}, the class
 * path {@code META-INF/services}.
 */
class ServicesTest {
  private static final String SERVICES = "META-INF/services/";

  @TestFactory
  Stream<DynamicTest> servicesEqualProvides() {
    return Modules.jars().entrySet().stream()
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module.getKey(),
                    () -> assertEquals(provides(module.getValue()), services(module.getValue()))));
  }

  @Test
  void everyProtocolModuleProvidesProtocols() {
    Modules.protocols()
        .forEach(
            (module, jar) ->
                assertTrue(
                    provides(jar).containsKey("org.jpacker.api.spi.ProtocolProvider"), module));
  }

  private static Map<String, List<String>> provides(Path jar) {
    return Modules.descriptor(jar).provides().stream()
        .collect(
            Collectors.toMap(
                Provides::service,
                provides -> provides.providers().stream().sorted().toList(),
                (first, second) -> first,
                TreeMap::new));
  }

  private static Map<String, List<String>> services(Path path) throws IOException {
    Map<String, List<String>> services = new TreeMap<>();
    try (var jar = new JarFile(path.toFile())) {
      List<JarEntry> entries =
          jar.stream()
              .filter(entry -> entry.getName().startsWith(SERVICES) && !entry.isDirectory())
              .toList();
      for (JarEntry entry : entries) {
        try (var in = jar.getInputStream(entry)) {
          services.put(
              entry.getName().substring(SERVICES.length()),
              new String(in.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .map(line -> line.replaceFirst("#.*", "").strip())
                  .filter(line -> !line.isEmpty())
                  .sorted()
                  .toList());
        }
      }
    }
    return services;
  }
}
