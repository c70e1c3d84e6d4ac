package org.jpacker.cli;

import java.io.File;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders whose plug-ins are always loaded. */
final class PluginFolders {
  /** The environment variable with folders, separated as in a class path. */
  static final String VARIABLE = "JPACKER_PLUGINS";

  private PluginFolders() {}

  /**
   * The folders of {@link #VARIABLE}, and the folder {@code plugins} beside {@code bin}.
   *
   * @throws java.nio.file.InvalidPathException if the variable holds a name without path
   */
  static List<Path> always() {
    List<Path> folders = new ArrayList<>();
    String named = System.getenv(VARIABLE);
    if (named != null) {
      for (String folder : named.split(File.pathSeparator)) {
        if (!folder.isBlank()) {
          folders.add(Path.of(folder));
        }
      }
    }
    besideBin().filter(Files::isDirectory).ifPresent(folders::add);
    return folders;
  }

  /** The folder for plug-ins of an image; outside an image, the home belongs to another Java. */
  private static Optional<Path> besideBin() {
    Module here = PluginFolders.class.getModule();
    boolean inImage =
        here.isNamed()
            && here.getLayer()
                .configuration()
                .findModule(here.getName())
                .flatMap(module -> Optional.of(module.reference()))
                .flatMap(ModuleReference::location)
                .map(URI::getScheme)
                .filter("jrt"::equals)
                .isPresent();
    return inImage
        ? Optional.of(Path.of(System.getProperty("java.home"), "plugins"))
        : Optional.empty();
  }
}
