package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A protocol module consists of its folder, two lines in protocols/pom.xml and one in bom/pom.xml.
 */
class ProtocolListTest {
  private static final Path ROOT = Path.of(System.getProperty("jpacker.root"));

  /** The folders of protocol modules; the one for common settings has no sources. */
  private static Set<String> folders() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      Set<String> names =
          folders
              .filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
              .filter(folder -> Files.isDirectory(folder.resolve("src")))
              .map(folder -> folder.getFileName().toString())
              .filter(name -> name.startsWith("proto-"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertTrue(names.size() >= 5, names::toString);
      return names;
    }
  }

  private static Set<String> found(String pom, String expression) throws IOException {
    return Pattern.compile(expression)
        .matcher(Files.readString(ROOT.resolve(pom)))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyProtocolModuleIsBuilt() throws IOException {
    assertEquals(
        folders(),
        found("protocols/pom.xml", "<module>\\.\\./(proto-[^<]*)</module>"),
        "<modules> in protocols/pom.xml");
  }

  @Test
  void everyProtocolModuleIsBrought() throws IOException {
    assertEquals(
        folders(),
        found("protocols/pom.xml", "<artifactId>jpacker-(proto-[^<]*)</artifactId>"),
        "<dependencies> in protocols/pom.xml");
  }

  @Test
  void everyPublishedModuleHasItsVersionInTheBom() throws IOException {
    Set<String> published =
        Modules.jars().values().stream()
            .map(jar -> jar.getFileName().toString())
            .map(name -> name.replaceFirst("^jpacker-", "").replaceFirst("-[0-9].*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    published.addAll(folders());
    published.add("protocols");
    assertEquals(
        published,
        found("bom/pom.xml", "<dependency><groupId>[^<]*</groupId><artifactId>jpacker-([^<]*)<"),
        "<dependencyManagement> in bom/pom.xml");
  }
}
