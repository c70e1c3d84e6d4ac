package org.jpacker.live.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.jpacker.api.CaptureException;
import org.jpacker.api.PluginProblem;
import org.jpacker.api.Providers;
import org.jpacker.api.spi.ModuleLog;

/**
 * The installed back ends, usable or not, by name.
 *
 * @param all the back ends
 * @param problems what is wrong with those that could not be loaded
 */
record LiveProviders(List<LiveProvider> all, List<PluginProblem> problems) {
  private static final ModuleLog LOG = ModuleLog.of("org.jpacker.api");

  static LiveProviders installed() {
    Map<Class<?>, LiveProvider> found = new LinkedHashMap<>();
    Set<PluginProblem> problems = new LinkedHashSet<>();
    // a thread's context loader may be null or foreign, so the loader of this module is used as
    // well
    add(ServiceLoader.load(LiveProvider.class), found, problems);
    add(
        ServiceLoader.load(LiveProvider.class, LiveProvider.class.getClassLoader()),
        found,
        problems);
    List<LiveProvider> providers = new ArrayList<>(found.values());
    providers.sort((a, b) -> a.name().compareTo(b.name()));
    problems.forEach(problem -> LOG.warning("left out: " + problem));
    return new LiveProviders(List.copyOf(providers), List.copyOf(problems));
  }

  private static void add(
      ServiceLoader<LiveProvider> loader,
      Map<Class<?>, LiveProvider> found,
      Set<PluginProblem> problems) {
    Providers.each(
        loader,
        candidate -> {
          if (!found.containsKey(candidate.type())) {
            found.put(candidate.type(), candidate.get());
          }
        },
        problems::add);
  }

  /** The first usable back end. */
  LiveProvider usable() {
    List<String> lacking = new ArrayList<>();
    for (LiveProvider provider : all) {
      Optional<String> problem = provider.problem();
      if (problem.isEmpty()) {
        chosen(provider, "the first that is usable of " + names());
        return provider;
      }
      LOG.debug(provider.name() + " is not usable: " + problem.get());
      lacking.add(provider.name() + ": " + problem.get());
    }
    problems.forEach(problem -> lacking.add(problem.toString()));
    String reason =
        lacking.isEmpty()
            ? "this program has no module that captures and sends"
            : String.join("; ", lacking);
    throw new CaptureException("live packets", -1, reason, null);
  }

  /** The back end named {@code name}. */
  LiveProvider named(String name) {
    for (LiveProvider provider : all) {
      if (provider.name().equals(name)) {
        Optional<String> problem = provider.problem();
        if (problem.isPresent()) {
          throw failed(name, problem.get());
        }
        chosen(provider, "as asked for");
        return provider;
      }
    }
    StringBuilder reason = new StringBuilder("not installed");
    if (!all.isEmpty()) {
      reason.append("; installed: ").append(names());
    }
    problems.forEach(problem -> reason.append("; ").append(problem));
    throw failed(name, reason.toString());
  }

  private String names() {
    return String.join(", ", all.stream().map(LiveProvider::name).toList());
  }

  private static void chosen(LiveProvider provider, String why) {
    LOG.debug("the back end is " + provider.name() + ", " + why);
  }

  private static CaptureException failed(String name, String reason) {
    return new CaptureException("back end " + name, -1, reason, null);
  }
}
