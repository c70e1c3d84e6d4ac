package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The packaged modules of jpacker, as users receive them. */
final class Modules {
  /** The module name of the SLF4J bridge, which pcap4j requires; it does not begin with ours. */
  static final String BRIDGE = "slf4j.api";

  private Modules() {}

  /** The folder from which the image was linked: jpacker's runtime modules and their libraries. */
  static Path folder() {
    return Path.of(System.getProperty("jpacker.modules"));
  }

  /** All jars of jpacker by module name, including the test kit. */
  static Map<String, Path> jars() {
    Map<String, Path> jars = new TreeMap<>();
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        // fuzz is neither a module nor published
        .filter(jar -> jar.getFileName().toString().matches("jpacker-(?!fuzz-).*\\.jar"))
        .forEach(jar -> jars.put(descriptor(jar).name(), jar));
    assertTrue(
        jars.size() >= 10,
        () -> "jars on the class path (run 'mvn verify', not 'mvn test'): " + jars);
    return jars;
  }

  /** The jars of modules with protocols. */
  static Map<String, Path> protocols() {
    Map<String, Path> jars = new TreeMap<>(jars());
    jars.keySet().removeIf(name -> !name.startsWith("org.jpacker.proto."));
    return jars;
  }

  static ModuleDescriptor descriptor(Path jar) {
    assertTrue(Files.isRegularFile(jar), () -> jar + " is missing");
    var modules = List.copyOf(ModuleFinder.of(jar).findAll());
    assertEquals(1, modules.size(), () -> "modules in " + jar);
    return modules.get(0).descriptor();
  }
}
