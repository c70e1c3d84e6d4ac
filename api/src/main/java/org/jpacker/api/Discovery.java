package org.jpacker.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jpacker.api.spi.ModuleLog;
import org.jpacker.api.spi.ProtocolProvider;

/**
 * Finds providers, each in isolation: a provider that fails is reported as a problem, and the
 * others remain available. The context class loader of the thread is not consulted, because the
 * outcome would depend on the first caller.
 */
final class Discovery {
  private static final ModuleLog LOG = ModuleLog.of("org.jpacker.api");

  private final List<Bundle> bundles;
  private final List<PluginProblem> problems;

  private Discovery(List<Bundle> bundles, List<PluginProblem> problems) {
    this.bundles = new ArrayList<>(bundles);
    this.problems = new ArrayList<>(problems);
  }

  /** Starts from bundles that are already known; others can be added. */
  static Discovery of(List<Bundle> bundles, List<PluginProblem> problems) {
    return new Discovery(bundles, problems);
  }

  /** Adds the providers found where this module is: in its layer, or through its class loader. */
  static Discovery installed() {
    Discovery found = new Discovery(List.of(), List.of());
    Class<?> here = ProtocolRegistry.class;
    ModuleLayer layer = here.getModule().getLayer();
    if (layer != null) {
      found.add(ServiceLoader.load(layer, ProtocolProvider.class), Bundle.INSTALLED);
    }
    found.add(ServiceLoader.load(ProtocolProvider.class, here.getClassLoader()), Bundle.INSTALLED);
    return found;
  }

  Discovery add(ClassLoader loader) {
    Objects.requireNonNull(loader, "loader");
    add(ServiceLoader.load(ProtocolProvider.class, loader), Bundle.ADDED);
    return this;
  }

  Discovery add(ModuleLayer layer) {
    add(ServiceLoader.load(layer, ProtocolProvider.class), Bundle.ADDED);
    return this;
  }

  private void add(ServiceLoader<ProtocolProvider> loader, int rank) {
    Providers.each(loader, candidate -> add(candidate, null, rank), this::add);
  }

  /** Adds a provider unless it is already known. */
  void add(ServiceLoader.Provider<ProtocolProvider> candidate, Path jar, int rank) {
    Class<?> type = candidate.type();
    if (has(type)) {
      return;
    }
    try {
      ProtocolProvider provider = candidate.get();
      // the declared type of a provider method may be a supertype of the provider's class
      if (!has(provider.getClass())) {
        add(provider, jar, rank);
      }
    } catch (ServiceConfigurationError e) {
      add(new PluginProblem(jar, Providers.moduleOf(type), Providers.reason(e)));
    }
  }

  private boolean has(Class<?> type) {
    return bundles.stream().anyMatch(bundle -> bundle.provider().getClass() == type);
  }

  void add(ProtocolProvider provider, Path jar, int rank) {
    try {
      Bundle bundle = Bundle.of(provider, jar, rank);
      bundles.add(bundle);
      if (LOG.isDebug()) {
        LOG.debug(bundle + " " + Providers.place(provider.getClass()));
      }
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      // foreign code: whatever it throws affects its own protocols only
      Class<?> type = provider.getClass();
      String reason = type.getName() + " failed: " + Providers.root(e);
      add(new PluginProblem(jar, Providers.moduleOf(type), reason));
    }
  }

  void add(PluginProblem problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
      LOG.warning("left out: " + problem);
    }
  }

  List<Bundle> bundles() {
    return bundles;
  }

  List<PluginProblem> problems() {
    return problems;
  }
}
