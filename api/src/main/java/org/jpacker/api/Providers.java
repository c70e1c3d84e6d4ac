package org.jpacker.api;

import java.security.CodeSource;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * Iterates over the providers that a {@link ServiceLoader} finds, each in isolation. Providers are
 * foreign code: one that cannot be loaded, for example for lack of a library, is a problem, and
 * those after it are still found.
 */
public final class Providers {

  /** Maximum failures per loader: a broken class loader fails again at every attempt. */
  private static final int MOST_PROBLEMS = 100;

  private Providers() {}

  /**
   * Passes on each provider that a loader finds.
   *
   * @param <S> the service
   * @param loader finds the providers
   * @param action receives a provider; its failure to create the provider is a problem, too
   * @param problems receives what cannot be loaded
   */
  public static <S> void each(
      ServiceLoader<S> loader,
      Consumer<ServiceLoader.Provider<S>> action,
      Consumer<PluginProblem> problems) {
    Iterator<ServiceLoader.Provider<S>> candidates = loader.stream().iterator();
    for (int failed = 0; failed < MOST_PROBLEMS; ) {
      String module = "";
      try {
        if (!candidates.hasNext()) {
          return;
        }
        ServiceLoader.Provider<S> candidate = candidates.next();
        module = moduleOf(candidate.type());
        action.accept(candidate);
      } catch (ServiceConfigurationError e) {
        failed++;
        problems.accept(new PluginProblem(null, module, reason(e)));
      } catch (LinkageError e) {
        // providers on the class path are loaded directly, so the loader does not wrap this error
        failed++;
        problems.accept(new PluginProblem(null, module, "a provider failed: " + root(e)));
      }
    }
  }

  /** The name of the module of {@code type}, or an empty string. */
  static String moduleOf(Class<?> type) {
    return type.getModule().isNamed() ? type.getModule().getName() : "";
  }

  /** The origin of {@code type}, in words. */
  static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null ? "" : "from " + source.getLocation();
  }

  /** The message of a service loader, with its root cause. */
  static String reason(ServiceConfigurationError e) {
    // without the name of the service, which comes first
    String message = String.valueOf(e.getMessage()).replaceFirst("^[\\w.$]+: ", "");
    return e.getCause() == null ? message : message + ": " + root(e.getCause());
  }

  /** The root cause; failures that only pass it on add nothing. */
  static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root instanceof ExceptionInInitializerError && root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
