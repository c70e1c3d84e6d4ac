package org.jpacker.api;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jpacker.api.spi.ModuleLog;

/** The jars of plug-in folders. */
final class PluginJars {
  private static final ModuleLog LOG = ModuleLog.of("org.jpacker.api");

  private PluginJars() {}

  /** Loads the given jars, and the jars in the given folders. */
  static void load(Discovery found, Path... places) {
    Map<String, List<PluginJar>> byModule = new TreeMap<>();
    List<PluginJar> jars = new ArrayList<>();
    for (Path file : files(found, places)) {
      try {
        PluginJar jar = PluginJar.open(file);
        jars.add(jar);
        if (!jar.module().isEmpty()) {
          byModule.computeIfAbsent(jar.module(), name -> new ArrayList<>()).add(jar);
        }
      } catch (PluginJar.Refused e) {
        found.add(e.problem());
      }
    }
    for (PluginJar jar : jars) {
      try {
        refuseTwins(jar, byModule.getOrDefault(jar.module(), List.of(jar)));
        jar.load(found);
      } catch (PluginJar.Refused e) {
        found.add(e.problem());
      }
    }
  }

  /** Refuses two versions of a module; the choice between them is the user's. */
  private static void refuseTwins(PluginJar jar, List<PluginJar> sameModule)
      throws PluginJar.Refused {
    for (PluginJar other : sameModule) {
      if (other != jar) {
        throw jar.refused("the same module is in " + other.file() + ": remove one of them");
      }
    }
  }

  /** The jars, each once even if several paths lead to it; sorted by name within a folder. */
  private static Iterable<Path> files(Discovery found, Path... places) {
    Map<Path, Path> files = new LinkedHashMap<>();
    for (Path place : places) {
      try {
        for (Path file : Files.isDirectory(place) ? list(place) : List.of(place)) {
          files.putIfAbsent(file.toRealPath(), file);
        }
      } catch (IOException e) {
        String reason = Files.exists(place) ? "cannot be read: " + e : "there is no such folder";
        found.add(new PluginProblem(place, "", reason));
      }
    }
    return files.values();
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      files.forEach(jars::add);
    }
    jars.sort(null);
    if (LOG.isDebug()) {
      LOG.debug("the folder " + folder + " has plug-ins: " + jars);
    }
    return jars;
  }
}
