package org.example.consumer;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A program without jpacker on its own path: it loads jpacker through class loaders and module
 * layers. Prints for each the number of protocols and the problems: {@code Main JARS_OF_JPACKER
 * JAR_OF_API}.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    URL[] jars = urls(args[0]);
    ClassLoader platform = ClassLoader.getPlatformClassLoader();

    Thread.currentThread().setContextClassLoader(null);
    print("no context loader", new URLClassLoader(jars, platform));

    // this loader sees another copy of jpacker, whose providers do not implement our interface
    Thread.currentThread().setContextClassLoader(new URLClassLoader(jars, platform));
    print("foreign context loader", new URLClassLoader(jars, platform));

    ClassLoader parent = new URLClassLoader(urls(args[1]), platform);
    print("api alone in the parent", parent);
    Class<?> registry = parent.loadClass("org.jpacker.api.ProtocolRegistry");
    ClassLoader child = new URLClassLoader(jars, parent);
    print(
        "protocols in the child",
        registry.getMethod("from", ClassLoader.class).invoke(null, child));

    ModuleFinder finder =
        ModuleFinder.of(
            Arrays.stream(args[0].split(File.pathSeparator)).map(Path::of).toArray(Path[]::new));
    Set<String> names = new TreeSet<>();
    finder.findAll().forEach(module -> names.add(module.descriptor().name()));
    Configuration resolved =
        ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), names);
    print(
        "layer with a loader",
        ModuleLayer.boot()
            .defineModulesWithOneLoader(resolved, platform)
            .findLoader("org.jpacker.api"));
    print(
        "layer with many loaders",
        ModuleLayer.boot()
            .defineModulesWithManyLoaders(resolved, platform)
            .findLoader("org.jpacker.api"));
  }

  private static URL[] urls(String jars) throws Exception {
    List<String> names = List.of(jars.split(File.pathSeparator));
    URL[] urls = new URL[names.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = Path.of(names.get(i)).toUri().toURL();
    }
    return urls;
  }

  private static void print(String how, ClassLoader loader) throws Exception {
    Class<?> registry = loader.loadClass("org.jpacker.api.ProtocolRegistry");
    print(how, registry.getMethod("installed").invoke(null));
  }

  private static void print(String how, Object registry) throws Exception {
    Class<?> type = registry.getClass();
    Collection<?> protocols = (Collection<?>) type.getMethod("protocols").invoke(registry);
    Collection<?> problems = (Collection<?>) type.getMethod("problems").invoke(registry);
    System.out.println(how + ": " + protocols.size() + " " + problems);
  }
}
