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

/** The packaged modules of jpacker, as users get them. */
final class Modules {
  /** SLF4J under the name that pcap4j asks for: a module of ours with the name of another. */
  static final String BRIDGE = "slf4j.api";

  private Modules() {}

  /** The folder that the image was linked from: jpacker's runtime modules and the libraries. */
  static Path folder() {
    return Path.of(System.getProperty("jpacker.modules"));
  }

  /** Every jar of jpacker by its module's name, the test kit included. */
  static Map<String, Path> jars() {
    Map<String, Path> jars = new TreeMap<>();
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        // what makes damaged input is no module, and is not published
        .filter(jar -> jar.getFileName().toString().matches("jpacker-(?!fuzz-).*\\.jar"))
        .forEach(jar -> jars.put(descriptor(jar).name(), jar));
    assertTrue(
        jars.size() >= 10,
        () -> "jars on the class path (run 'mvn verify', not 'mvn test'): " + jars);
    return jars;
  }

  /** The jars of modules that bring protocols. */
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
