package org.jpacker.api;

import java.security.CodeSource;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * Goes through the providers that a {@link ServiceLoader} finds, each by itself. Providers are
 * foreign code: one that cannot be loaded, such as for a library that is missing, is a problem, and
 * those behind it are there all the same.
 */
public final class Providers {

  /**
   * Failures of one loader: a class loader that is broken fails again whenever it is asked for the
   * next one.
   */
  private static final int MOST_PROBLEMS = 100;

  private Providers() {}

  /**
   * Hands on each provider that a loader finds.
   *
   * @param action what is done with it; what it throws because the provider cannot be made is a
   *     problem too
   * @param problems gets what cannot be loaded
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
        // what lies on the class path is loaded without anyone between
        failed++;
        problems.accept(new PluginProblem(null, module, "a provider failed: " + root(e)));
      }
    }
  }

  /** The name of the module of {@code type}, or empty. */
  static String moduleOf(Class<?> type) {
    return type.getModule().isNamed() ? type.getModule().getName() : "";
  }

  /** Where {@code type} comes from, in words. */
  static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null ? "" : "from " + source.getLocation();
  }

  /** What a service loader says, with what lies behind it. */
  static String reason(ServiceConfigurationError e) {
    // the name of the service goes before it
    String message = String.valueOf(e.getMessage()).replaceFirst("^[\\w.$]+: ", "");
    return e.getCause() == null ? message : message + ": " + root(e.getCause());
  }

  /** Where a failure began: what only passes it on says nothing. */
  static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root instanceof ExceptionInInitializerError && root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
