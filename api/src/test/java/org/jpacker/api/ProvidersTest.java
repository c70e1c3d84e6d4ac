package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {

  /** A service. */
  public interface Greeting {}

  /** A provider that works. */
  public static final class Fine implements Greeting {
    /** For the loader. */
    public Fine() {}
  }

  /** A provider whose library is missing. */
  public static final class Lacking implements Greeting {
    /** For the loader. */
    public Lacking() {
      throw new NoClassDefFoundError("org/missing/Library");
    }
  }

  private final List<String> found = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private void each(ClassLoader loader) {
    Providers.each(
        ServiceLoader.load(Greeting.class, loader),
        candidate -> found.add(candidate.get().getClass().getSimpleName()),
        problem -> problems.add(problem.toString()));
  }

  /** Sees these lines as the file that names providers. */
  private static ClassLoader loader(Path folder, String... lines) throws IOException {
    URL services = Files.writeString(folder.resolve("s"), String.join("\n", lines)).toUri().toURL();
    return new ClassLoader(ProvidersTest.class.getClassLoader()) {
      @Override
      public Enumeration<URL> getResources(String name) {
        return Collections.enumeration(List.of(services));
      }

      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.equals("org.example.Derived")) {
          throw new NoClassDefFoundError("org/missing/Base");
        }
        throw new ClassNotFoundException(name);
      }
    };
  }

  @Test
  void failingProviderIsAProblemAndTheOthersAreFound(@TempDir Path folder) throws Exception {
    each(
        loader(
            folder,
            Lacking.class.getName(),
            "org.example.Gone",
            "org.example.Derived",
            Fine.class.getName()));
    assertEquals(List.of("Fine"), found);
    assertEquals(
        List.of(
            "Provider "
                + Lacking.class.getName()
                + " could not be instantiated: java.lang.NoClassDefFoundError: org/missing/Library",
            "Provider org.example.Gone not found",
            "a provider failed: java.lang.NoClassDefFoundError: org/missing/Base"),
        problems);
  }

  @Test
  void loaderThatAlwaysFailsIsGivenUp() {
    each(
        new ClassLoader() {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            throw new IOException("no network");
          }
        });
    assertEquals(List.of(), found);
    assertEquals(100, problems.size());
    assertTrue(problems.get(0).contains("no network"), problems.get(0));
  }
}
