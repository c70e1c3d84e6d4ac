package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Golden files, one for each module, which change only in review. */
final class Golden {
  private static final boolean UPDATE = "update".equals(System.getProperty("jpacker.golden"));

  private final Path folder;
  private final String suffix;
  private final String kind;

  /** The golden files of a kind, in a folder of the test resources. */
  Golden(String kind, String folder, String suffix) {
    this.kind = kind;
    this.folder =
        Path.of(System.getProperty("jpacker.root"), "distribution/src/test/resources", folder);
    this.suffix = suffix;
  }

  /** Rewrites all golden files if this was requested. */
  void update(Map<String, String> actual) throws IOException {
    if (!UPDATE) {
      return;
    }
    Files.createDirectories(folder);
    for (String module : promised()) {
      Files.delete(file(module));
    }
    for (var module : actual.entrySet()) {
      Files.writeString(file(module.getKey()), module.getValue());
    }
  }

  private Path file(String module) {
    return folder.resolve(module + suffix);
  }

  void compare(String module, String actual) throws IOException {
    Path file = file(module);
    assertEquals(
        Files.exists(file) ? Files.readString(file) : "",
        actual,
        () ->
            "The "
                + kind
                + " of "
                + module
                + " is not the one in "
                + file
                + ". If that is meant, run 'mvn verify -Djpacker.golden=update' and review the"
                + " change.");
  }

  /** The modules with a golden file. */
  Set<String> promised() throws IOException {
    Set<String> promised = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        promised.add(name.substring(0, name.length() - suffix.length()));
      }
    }
    return promised;
  }
}
