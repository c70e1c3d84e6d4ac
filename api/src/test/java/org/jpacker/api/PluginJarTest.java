package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.api.toy.Toys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faulty jars: each is left out, and the others are loaded. */
class PluginJarTest {
  private static final String SERVICE = ProtocolProvider.class.getName();
  private static final String SERVICES = "META-INF/services/" + SERVICE;

  /** Where no module has a layer, modules are loaded as plain jars are. */
  private static final String PROVIDER =
      "package p; public class %s implements org.jpacker.api.spi.ProtocolProvider {"
          + " public String module() { return \"p\"; }"
          + " public java.util.List<org.jpacker.api.Protocol<?>> protocols() { %s }"
          + " %s }";

  @TempDir Path folder;

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private Path jar(String name) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    entries.clear();
    return file;
  }

  private PluginJarTest services(String... names) {
    entries.put(SERVICES, String.join("\n", names).getBytes());
    return this;
  }

  /** Compiles a source of this name, and takes in all of its classes but those left out. */
  private PluginJarTest compiled(String name, String source, String... leftOut) throws IOException {
    Path out = Files.createDirectories(folder.resolve("classes-" + name));
    Path file = Files.writeString(out.resolve(name + ".java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String path = System.getProperty("java.class.path");
    StringWriter said = new StringWriter();
    List<String> options = List.of("-proc:none", "-cp", path, "-p", path, "-d", out.toString());
    var files = compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file);
    assertTrue(
        compiler.getTask(said, null, null, options, null, files).call(), () -> said.toString());
    List<Path> classes = new ArrayList<>();
    try (var all = Files.walk(out)) {
      all.filter(each -> each.toString().endsWith(".class")).forEach(classes::add);
    }
    for (Path each : classes) {
      String entry = out.relativize(each).toString();
      if (!List.of(leftOut).contains(entry)) {
        entries.put(entry, Files.readAllBytes(each));
      }
    }
    return this;
  }

  private static void assertProblems(Path place, String... reasons) {
    List<PluginProblem> problems = ProtocolRegistry.from(place).problems();
    assertEquals(
        List.of(reasons),
        problems.stream().map(PluginProblem::reason).toList(),
        () -> "" + problems);
    problems.forEach(problem -> assertEquals(place, problem.jar()));
  }

  @Test
  void filesThatAreNotJars() throws IOException {
    Path file = Files.writeString(folder.resolve("text.jar"), "text");
    assertProblems(file, "this is not a jar: zip END header not found");
    Path gone = folder.resolve("gone");
    assertProblems(gone, "there is no such folder");
    assertEquals(
        gone + ": there is no such folder",
        ProtocolRegistry.from(gone).problems().get(0).toString());
  }

  @Test
  void jarWithoutProviders() throws IOException {
    String none =
        "it provides no protocols: neither a module-info nor META-INF/services names a " + SERVICE;
    entries.put("readme", new byte[3]);
    assertProblems(jar("empty.jar"), none);
    assertProblems(services("# a comment", "  ").jar("comment.jar"), none);
  }

  @Test
  void invalidProviders() throws IOException {
    String toys = Toys.class.getName();
    Path jar =
        services("p.Gone", toys, "p.Words", "p.Hidden", "p.Needy")
            .compiled("Words", "package p; public class Words {}")
            .compiled("Hidden", PROVIDER.formatted("Hidden", "return null;", "Hidden() {}"))
            .compiled(
                "Needy", PROVIDER.formatted("Needy", "return null;", "public Needy(int i) {}"))
            .jar("none.jar");
    assertProblems(
        jar,
        "the class p.Gone is named as a provider, but missing from the jar",
        "the class " + toys + " is already installed: remove the jar",
        "the class p.Words is no " + SERVICE,
        "the class p.Hidden must be public, with a public constructor without parameters",
        "the class p.Needy must be public, with a public constructor without parameters");
  }

  @Test
  void providersThatFail() throws IOException {
    Path jar =
        services("p.Made", "p.Begun", "p.Asked", "p.Endless", "p.Fine")
            .compiled(
                "Made",
                PROVIDER.formatted(
                    "Made",
                    "return null;",
                    "public Made() { throw new RuntimeException(\"no\"); }"))
            .compiled(
                "Begun",
                PROVIDER.formatted(
                    "Begun", "return null;", "static int i = Integer.parseInt(\"x\");"))
            .compiled("Asked", PROVIDER.formatted("Asked", "throw new AssertionError(1);", ""))
            .compiled("Endless", PROVIDER.formatted("Endless", "return protocols();", ""))
            .compiled("Fine", PROVIDER.formatted("Fine", "return java.util.List.of();", ""))
            .jar("fails.jar");
    assertProblems(
        jar,
        "p.Made failed: java.lang.RuntimeException: no",
        "p.Begun failed: java.lang.NumberFormatException: For input string: \"x\"",
        "p.Asked failed: java.lang.AssertionError: 1",
        "p.Endless failed: java.lang.StackOverflowError");
  }

  /** As a jar that was compiled against what is not there. */
  @Test
  void providersThatLackClasses() throws IOException {
    String base = "class Base {}";
    String derived =
        PROVIDER
            .formatted("Derived", "return null;", "")
            .replace("implements", "extends Base implements");
    String asking = PROVIDER.formatted("Asking", "return new Part().all();", "");
    Path jar =
        services("p.Derived", "p.Asking")
            .compiled("Derived", derived + base, "p/Base.class")
            .compiled(
                "Asking",
                asking
                    + "class Part { java.util.List<org.jpacker.api.Protocol<?>> all() { return null; } }",
                "p/Part.class")
            .jar("lacks.jar");
    assertProblems(
        jar,
        "p.Derived failed: java.lang.NoClassDefFoundError: p/Base",
        "p.Asking failed: java.lang.NoClassDefFoundError: p/Part");
  }

  @Test
  void modulesThatCannotBeRead() throws IOException {
    entries.put("module-info.class", new byte[] {1, 2, 3, 4});
    assertProblems(jar("damaged.jar"), "its module-info cannot be read: Bad magic number");
  }

  @Test
  void twoJarsOfOneModule() throws IOException {
    Path first = compiled("module-info", "module twin {}").jar("first.jar");
    Path second = compiled("module-info", "module twin {}").jar("second.jar");
    assertEquals(
        List.of(
            new PluginProblem(
                first, "twin", "the same module is in " + second + ": remove one of them"),
            new PluginProblem(
                second, "twin", "the same module is in " + first + ": remove one of them")),
        ProtocolRegistry.from(folder).problems());
  }
}
