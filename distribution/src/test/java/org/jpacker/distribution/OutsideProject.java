package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Builds projects outside this one with Maven, without a network.
 *
 * <p>They use a local repository of their own, in which jpacker's jars appear as installed.
 * Everything else comes from the ordinary local repository, which serves as the remote one: this
 * build has left there all that such a project needs, since its plug-ins have our versions. Thus
 * nothing of jpacker enters the ordinary repository.
 */
final class OutsideProject {
  private static final Path ROOT = Path.of(System.getProperty("jpacker.root"));

  /** Tests in several virtual machines at once do not share it. */
  private static final Path WORK =
      ROOT.resolve("distribution/target/outside" + System.getProperty("jpacker.fork", ""));

  private static final String GROUP = "org/jpacker";

  /** All that a plug-in is built with. */
  private static final List<String> PUBLISHED = List.of("api", "live", "flow", "core", "testkit");

  private static Path beacon;

  private OutsideProject() {}

  /** The jar of examples/plugin, built from a copy of its sources. */
  static synchronized Path beacon() throws IOException, InterruptedException {
    if (beacon == null) {
      Path project = WORK.resolve("plugin");
      Folders.delete(project);
      Path source = ROOT.resolve("examples/plugin");
      Files.createDirectories(project);
      for (String part : new String[] {"pom.xml", "src"}) {
        Folders.copy(source.resolve(part), project.resolve(part));
      }
      verify(project);
      beacon = project.resolve("target/beacon-1.0.0.jar");
    }
    return beacon;
  }

  /** Runs {@code mvn verify} in the folder of a project. */
  static synchronized void verify(Path project) throws IOException, InterruptedException {
    Path repository = WORK.resolve("repository");
    install(repository);
    Path settings = Files.writeString(WORK.resolve("settings.xml"), settings());
    Run run =
        Run.of(
            project,
            Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_OPTS", ""),
            Path.of(System.getProperty("maven.home"), "bin/mvn").toString(),
            "-B",
            "-q",
            "-s",
            settings.toString(),
            "-Dmaven.repo.local=" + repository,
            "verify");
    assertEquals(0, run.status(), run::toString);
  }

  /**
   * Settings in which the ordinary local repository serves as central, and is the only repository.
   */
  private static String settings() {
    String repository =
        "<id>central</id><url>"
            + Path.of(System.getProperty("jpacker.repository")).toUri()
            + "</url><releases><checksumPolicy>ignore</checksumPolicy></releases>"
            + "<snapshots><enabled>false</enabled></snapshots>";
    return "<settings><profiles><profile><id>ordinary</id><repositories><repository>"
        + repository
        + "</repository></repositories><pluginRepositories><pluginRepository>"
        + repository
        + "</pluginRepository></pluginRepositories></profile></profiles>"
        + "<activeProfiles><activeProfile>ordinary</activeProfile></activeProfiles></settings>";
  }

  private static void install(Path repository) throws IOException {
    Folders.delete(repository.resolve(GROUP));
    put(repository, "jpacker-parent", ROOT.resolve("pom.xml"), null);
    put(repository, "jpacker-bom", ROOT.resolve("bom/pom.xml"), null);
    for (String name : PUBLISHED) {
      Path jar = Modules.jars().get("org.jpacker." + name);
      put(repository, "jpacker-" + name, ROOT.resolve(name).resolve("pom.xml"), jar);
    }
  }

  private static void put(Path repository, String artifact, Path pom, Path jar) throws IOException {
    String version = version();
    Path folder = repository.resolve(GROUP).resolve(artifact).resolve(version);
    Files.createDirectories(folder);
    String name = artifact + "-" + version;
    Files.copy(pom, folder.resolve(name + ".pom"), StandardCopyOption.REPLACE_EXISTING);
    if (jar != null) {
      Files.copy(jar, folder.resolve(name + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static String version() {
    return Modules.descriptor(Modules.jars().get("org.jpacker.api")).rawVersion().orElseThrow();
  }
}
