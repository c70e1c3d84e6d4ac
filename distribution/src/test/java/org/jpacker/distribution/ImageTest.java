package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the finished image in the ways that users do. */
class ImageTest {
  private static final Path IMAGE = Path.of(System.getProperty("jpacker.image"));
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");
  private static final String MAIN = "org.jpacker.cli/org.jpacker.cli.Main";

  /** One protocol of each module. */
  private static final Set<String> PROTOCOLS =
      Set.of("eth", "arp", "ip", "ipv6", "tcp", "udp", "icmp", "icmpv6", "http");

  /**
   * A resolved path, since the launcher resolves links, with a blank, which launchers often
   * mishandle.
   */
  private Path elsewhere;

  @BeforeEach
  void makeFolder(@TempDir Path folder) throws IOException {
    elsewhere = Files.createDirectory(folder.toRealPath().resolve("else where"));
  }

  private Run run(Path launcher, String... words) throws IOException, InterruptedException {
    return run(Map.of(), launcher, words);
  }

  private Run run(Map<String, String> environment, Path launcher, String... words)
      throws IOException, InterruptedException {
    String[] command = new String[words.length + 1];
    command[0] = launcher.toString();
    System.arraycopy(words, 0, command, 1, words.length);
    return Run.of(elsewhere, environment, command);
  }

  private static Path launcher(Path image) {
    return image.resolve("bin/jpacker");
  }

  private static String version() {
    return Modules.descriptor(Modules.jars().get("org.jpacker.cli")).rawVersion().orElseThrow();
  }

  @Test
  void saysItsVersion() throws Exception {
    Run run = run(launcher(IMAGE), "--version").fine();
    assertTrue(run.out().contains(version()), run::toString);
  }

  @Test
  void knowsTheProtocolsOfEveryModule() throws Exception {
    Run run = run(launcher(IMAGE), "protocols").fine();
    assertTrue(run.firstWords().containsAll(PROTOCOLS), run::toString);
  }

  @Test
  void startsThroughLinksRelativeAndAbsolute() throws Exception {
    Path folder = Files.createDirectory(elsewhere.resolve("bin"));
    Path relative =
        Files.createSymbolicLink(
            folder.resolve("jpacker"), folder.relativize(launcher(IMAGE.toRealPath())));
    Path absolute = Files.createSymbolicLink(elsewhere.resolve("short"), relative);
    List<String> expected = run(launcher(IMAGE), "protocols").fine().firstWords();
    assertEquals(expected, run(relative, "protocols").fine().firstWords());
    assertEquals(expected, run(absolute, "protocols").fine().firstWords());
    // JUnit also deletes links that lead out of its folder, but with a warning
    Files.delete(absolute);
    Files.delete(relative);
  }

  @Test
  void startsAfterItWasMoved() throws Exception {
    Path moved = elsewhere.resolve("moved");
    Run.of(elsewhere, Map.of(), "cp", "-R", IMAGE.toString(), moved.toString()).fine();
    Run run = run(launcher(moved), "--version").fine();
    assertTrue(run.out().contains(version()), run::toString);
  }

  @Test
  void startsFromTheFolderOfItsLauncher() throws Exception {
    Run run = Run.of(IMAGE.resolve("bin"), Map.of(), "./jpacker", "--version").fine();
    assertTrue(run.out().contains(version()), run::toString);
    run = Run.of(IMAGE.resolve("bin"), Map.of(), "sh", "jpacker", "--version").fine();
    assertTrue(run.out().contains(version()), run::toString);
  }

  @Test
  void handsWordsOnAsTheyAre() throws Exception {
    Run run = run(launcher(IMAGE), "read", "no such $file *");
    assertEquals(1, run.status(), run::toString);
    assertTrue(run.err().contains("no such $file *"), run::toString);
  }

  @Test
  void handsOptionsToTheVirtualMachine() throws Exception {
    var options = Map.of("JPACKER_OPTS", "-XX:+UseParallelGC -Xlog:gc+init");
    Run run = run(options, launcher(IMAGE), "--version").fine();
    assertTrue(run.out().contains("Parallel"), run::toString);
  }

  /** The JVM silently ignores an archive that does not fit, so only this test detects it. */
  @Test
  void takesItsClassesFromTheArchive() throws Exception {
    var options = Map.of("JPACKER_OPTS", "-Xlog:class+load");
    Path moved = elsewhere.resolve("moved");
    Run.of(elsewhere, Map.of(), "cp", "-R", IMAGE.toString(), moved.toString()).fine();
    for (Path image : List.of(IMAGE, moved)) {
      Run run = run(options, launcher(image), "--version").fine();
      for (String type : List.of("org.jpacker.cli.Main", "picocli.CommandLine")) {
        assertTrue(
            run.out().contains(type + " source: shared objects file"), () -> type + " in " + image);
      }
    }
  }

  @Test
  void holdsEveryModule() throws Exception {
    Path java = IMAGE.resolve("bin/java");
    Set<String> linked =
        run(java, "--list-modules")
            .fine()
            .out()
            .lines()
            .map(line -> line.replaceFirst("@.*", ""))
            .collect(Collectors.toSet());
    Set<String> missing =
        ModuleFinder.of(Modules.folder()).findAll().stream()
            .map(module -> module.descriptor().name())
            .collect(Collectors.toCollection(TreeSet::new));
    missing.removeAll(linked);
    assertEquals(Set.of(), missing, "add to jpacker.image.roots in distribution/pom.xml");
  }

  @Test
  void modulePathAndClassPathFindTheProtocolsOfTheImage() throws Exception {
    List<String> image = run(launcher(IMAGE), "protocols").fine().firstWords();
    String modules = Modules.folder().toString();
    Run modulePath = run(JAVA, "--module-path", modules, "-m", MAIN, "protocols").fine();
    assertEquals(image, modulePath.firstWords());
    String main = MAIN.substring(MAIN.indexOf('/') + 1);
    Run classPath = run(JAVA, "-cp", modules + "/*", main, "protocols").fine();
    assertEquals(image, classPath.firstWords());
  }
}
