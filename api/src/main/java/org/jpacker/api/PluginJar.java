package org.jpacker.api;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jpacker.api.spi.ProtocolProvider;

/**
 * One plug-in: a modular jar, which gets a module layer, or a plain jar, which gets a class loader.
 * It sees jpacker and what jpacker sees, but no other plug-in.
 *
 * @param file the jar
 * @param descriptor the module descriptor, or null for a plain jar
 * @param services the providers that {@code META-INF/services} names
 */
record PluginJar(Path file, ModuleDescriptor descriptor, List<String> services) {
  private static final String SERVICE = ProtocolProvider.class.getName();

  /** Most octets read from the file that names providers, one per line. */
  private static final int MOST_SERVICES = 1 << 16;

  private static final ClassLoader HERE = ProtocolRegistry.class.getClassLoader();

  /** Thrown when a jar cannot be loaded. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient PluginProblem problem;

    Refused(PluginProblem problem) {
      super(problem.reason(), null, false, false);
      this.problem = problem;
    }

    PluginProblem problem() {
      return problem;
    }
  }

  /** Inspects a jar without loading anything. */
  static PluginJar open(Path file) throws Refused {
    boolean isModule;
    List<String> services;
    // opened first, since module finders and class loaders treat any other file as an empty jar
    try (JarFile jar =
        new JarFile(file.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion())) {
      isModule = jar.getEntry("module-info.class") != null;
      services = services(jar);
    } catch (IOException e) {
      throw new Refused(new PluginProblem(file, "", "this is not a jar: " + e.getMessage()));
    }
    return new PluginJar(file, isModule ? descriptor(file) : null, services);
  }

  private static ModuleDescriptor descriptor(Path file) throws Refused {
    try {
      ModuleReference module = ModuleFinder.of(file).findAll().iterator().next();
      return module.descriptor();
    } catch (FindException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new Refused(
          new PluginProblem(file, "", "its module-info cannot be read: " + cause.getMessage()));
    }
  }

  private static List<String> services(JarFile jar) throws IOException {
    ZipEntry entry = jar.getEntry("META-INF/services/" + SERVICE);
    if (entry == null) {
      return List.of();
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readNBytes(MOST_SERVICES), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .distinct()
          .toList();
    }
  }

  /** The name of the module, or an empty string for a plain jar. */
  String module() {
    return descriptor == null ? "" : descriptor.name();
  }

  Refused refused(String reason) {
    return new Refused(new PluginProblem(file, module(), reason));
  }

  /** Loads the providers of this jar. */
  void load(Discovery found) throws Refused {
    List<String> providers = providers();
    if (providers.isEmpty()) {
      throw refused(
          "it provides no protocols: neither a module-info nor META-INF/services names a "
              + SERVICE);
    }
    ModuleLayer layer = ProtocolRegistry.class.getModule().getLayer();
    if (descriptor != null && layer != null) {
      loadModule(found, layer, providers.size());
    } else {
      loadClasses(found, providers);
    }
  }

  private List<String> providers() {
    if (descriptor == null) {
      return services;
    }
    return descriptor.provides().stream()
        .filter(provides -> provides.service().equals(SERVICE))
        .flatMap(provides -> provides.providers().stream())
        .toList();
  }

  private void loadModule(Discovery found, ModuleLayer parent, int providers) throws Refused {
    if (parent.findModule(module()).isPresent()) {
      throw refused("this module is already installed: remove the jar");
    }
    for (Requires requires : descriptor.requires()) {
      boolean isOptional = requires.modifiers().contains(Requires.Modifier.STATIC);
      if (!isOptional && parent.findModule(requires.name()).isEmpty()) {
        throw refused(
            "it requires the module "
                + requires.name()
                + ", which is missing: a plug-in sees jpacker but no other plug-in");
      }
    }
    ModuleLayer layer;
    try {
      Configuration resolved =
          parent
              .configuration()
              .resolve(ModuleFinder.of(file), ModuleFinder.of(), Set.of(module()));
      layer = parent.defineModulesWithOneLoader(resolved, HERE);
    } catch (FindException | ResolutionException | LayerInstantiationException e) {
      throw refused(e.getMessage());
    }
    // providers of this layer come first, followed by those of its parents
    Iterator<ServiceLoader.Provider<ProtocolProvider>> candidates =
        ServiceLoader.load(layer, ProtocolProvider.class).stream().iterator();
    for (int i = 0; i < providers; i++) {
      try {
        found.add(candidates.next(), file, Bundle.ADDED);
      } catch (ServiceConfigurationError e) {
        found.add(refused(Providers.reason(e)).problem());
      }
    }
  }

  /**
   * Loads providers as the class path does. Modular jars take this way, too, if jpacker itself is
   * on the class path.
   */
  private void loadClasses(Discovery found, List<String> providers) throws Refused {
    // stays open, because its classes remain in use
    ClassLoader loader = new URLClassLoader(new URL[] {url()}, HERE);
    for (String name : providers) {
      try {
        found.add(provider(name, loader), file, Bundle.ADDED);
      } catch (Refused e) {
        found.add(e.problem());
      }
    }
  }

  private URL url() throws Refused {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw refused("classes cannot be loaded from this path: " + e.getMessage());
    }
  }

  private ProtocolProvider provider(String name, ClassLoader loader) throws Refused {
    try {
      Class<?> type = Class.forName(name, true, loader);
      if (type.getClassLoader() != loader) {
        throw refused("the class " + name + " is already installed: remove the jar");
      }
      if (!ProtocolProvider.class.isAssignableFrom(type)) {
        throw refused("the class " + name + " is no " + SERVICE);
      }
      return (ProtocolProvider) type.getConstructor().newInstance();
    } catch (ClassNotFoundException e) {
      throw refused("the class " + name + " is named as a provider, but missing from the jar");
    } catch (InvocationTargetException e) {
      throw refused(name + " failed: " + Providers.root(e.getCause()));
    } catch (ReflectiveOperationException e) {
      throw refused(
          "the class " + name + " must be public, with a public constructor without parameters");
    } catch (LinkageError e) {
      throw refused(name + " failed: " + Providers.root(e));
    }
  }
}
