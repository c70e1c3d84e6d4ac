package org.jpacker.io.pcap;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jpacker.api.PluginProblem;
import org.jpacker.api.Providers;
import org.jpacker.api.spi.ModuleLog;

/**
 * The providers of a service that can be used, and what was left out: those that fail, and those
 * that are not the only ones of their name, as none of them is preferred.
 *
 * @param <A> what a provider answered; providers are foreign code, so each is asked only once
 */
record Services<A extends Services.Answers>(Collection<A> usable, List<PluginProblem> problems) {
  private static final ModuleLog LOG = ModuleLog.of("org.jpacker.io.pcap");

  /** What a provider answered. */
  interface Answers {
    /** What no other provider may have. */
    String name();

    /** The provider. */
    Object provider();

    /** The name of its class. */
    default String type() {
      return provider().getClass().getName();
    }
  }

  static <S, A extends Answers> Services<A> find(
      Class<S> service, Iterable<ServiceLoader<S>> loaders, Function<S, A> asking) {
    Map<Class<?>, A> found = new LinkedHashMap<>();
    Set<PluginProblem> problems = new LinkedHashSet<>();
    for (ServiceLoader<S> loader : loaders) {
      Providers.each(loader, candidate -> add(candidate, asking, found, problems), problems::add);
    }
    Map<String, List<A>> claims =
        found.values().stream()
            .collect(Collectors.groupingBy(Answers::name, TreeMap::new, Collectors.toList()));
    claims.values().stream()
        .filter(claim -> claim.size() > 1)
        .map(Services::provided)
        .forEach(problems::add);
    problems.forEach(problem -> LOG.warning("left out: " + problem));
    List<A> usable =
        claims.values().stream()
            .filter(claim -> claim.size() == 1)
            .map(claim -> claim.get(0))
            .toList();
    LOG.debug(service.getSimpleName() + ": " + usable.stream().map(Answers::name).toList());
    return new Services<>(usable, List.copyOf(problems));
  }

  /** A thread's context loader may be null or unrelated, so this module's loader is used too. */
  static Iterable<ClassLoader> loaders() {
    return Arrays.asList(
        Services.class.getClassLoader(), Thread.currentThread().getContextClassLoader());
  }

  private static <S, A> void add(
      ServiceLoader.Provider<S> candidate,
      Function<S, A> asking,
      Map<Class<?>, A> found,
      Set<PluginProblem> problems) {
    Class<?> type = candidate.type();
    if (found.containsKey(type)) {
      return;
    }
    try {
      found.put(type, asking.apply(candidate.get()));
    } catch (RuntimeException e) {
      problems.add(problem(type, type.getName() + " failed: " + e));
    } catch (LinkageError e) {
      problems.add(problem(type, type.getName() + " failed, a library may be missing: " + e));
    }
  }

  private static PluginProblem problem(Class<?> type, String reason) {
    String module = type.getModule().isNamed() ? type.getModule().getName() : "";
    return new PluginProblem(null, module, reason);
  }

  private static PluginProblem provided(List<? extends Answers> claimants) {
    String by = String.join(" and by ", claimants.stream().map(Answers::type).toList());
    return new PluginProblem(
        null,
        "",
        claimants.get(0).name()
            + " is provided by "
            + by
            + "; none of them is used: remove all but one");
  }

  /** Names the providers that were left out, since one of them may be the missing one. */
  String leftOut() {
    return problems.isEmpty()
        ? ""
        : "; left out: "
            + String.join("; ", problems.stream().map(PluginProblem::toString).toList());
  }
}
