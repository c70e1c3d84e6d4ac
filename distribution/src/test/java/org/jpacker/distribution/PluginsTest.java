package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jpacker.api.PluginProblem;
import org.jpacker.api.ProtocolRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A defective plug-in is reported with jar, module and reason, and everything else loads: in the
 * image, where jpacker consists of modules, and on the class path, where this test runs.
 */
class PluginsTest {
  private static final String SERVICE = "org.jpacker.api.spi.ProtocolProvider";

  private Path folder;

  @BeforeEach
  void makeGoodPlugins(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath().resolve("plug ins");
    PluginSources.of("org.good", "good udp.port==40001").module("org.good").in(folder, "good.jar");
    PluginSources.of("org.plain", "plain udp.port==40002")
        .services("org.plain.Provider # the only one")
        .in(folder, "plain.jar");
  }

  /**
   * Asserts that exactly these problems are reported in the image, and that all of {@code good} is
   * present.
   */
  private void requireInImage(List<String> problems, String... good) throws Exception {
    Run run = Images.run(folder, Images.FULL, "--plugins", folder.toString(), "plugins");
    List<String> expected = new ArrayList<>();
    problems.forEach(problem -> expected.add("jpacker: plug-ins: " + problem));
    if (!problems.isEmpty()) {
      String s = problems.size() == 1 ? "" : "s";
      expected.add("jpacker: " + problems.size() + " problem" + s + " with plug-ins");
    }
    assertEquals(String.join("\n", expected), run.err().strip());
    assertEquals(problems.isEmpty() ? 0 : 1, run.status());
    for (String name : good) {
      assertTrue(run.firstWords().contains(name), run::toString);
    }
    assertTrue(run.firstWords().containsAll(List.of("org.good", "org.plain")), run::toString);
  }

  /** Asserts the same on the class path. */
  private void requireOnClassPath(List<String> problems, String... good) {
    ProtocolRegistry registry = ProtocolRegistry.from(folder);
    assertEquals(problems, registry.problems().stream().map(PluginProblem::toString).toList());
    for (String name : good) {
      assertTrue(registry.protocol(name).isPresent(), name);
    }
    assertTrue(registry.protocol("good").isPresent());
    assertTrue(registry.protocol("plain").isPresent());
  }

  private String at(String jar, String reason) {
    return folder.resolve(jar) + ": " + reason;
  }

  @Test
  void goodPluginsLoad() throws Exception {
    requireInImage(List.of());
    requireOnClassPath(List.of());
  }

  /** The name is not valid for a module, but a plain jar need not be one. */
  @Test
  void plainJarMayHaveAnyName() throws Exception {
    PluginSources.of("org.first", "first").services("org.first.Provider").in(folder, "1st-x.jar");
    requireInImage(List.of(), "org.first");
    requireOnClassPath(List.of(), "first");
  }

  @Test
  void emptyFileAndTextAreNoJars() throws Exception {
    Files.createFile(folder.resolve("empty.jar"));
    Files.writeString(folder.resolve("text.jar"), "this is no archive");
    List<String> expected =
        List.of(
            at("empty.jar", "this is not a jar: zip file is empty"),
            at("text.jar", "this is not a jar: zip END header not found"));
    requireInImage(expected);
    requireOnClassPath(expected);
  }

  @Test
  void jarThatWasCutOffIsNoJar() throws Exception {
    byte[] whole = Files.readAllBytes(folder.resolve("good.jar"));
    Files.write(folder.resolve("half.jar"), java.util.Arrays.copyOf(whole, whole.length / 2));
    List<String> expected = List.of(at("half.jar", "this is not a jar: zip END header not found"));
    requireInImage(expected);
    requireOnClassPath(expected);
  }

  @Test
  void jarWithoutProviderBringsNothing() throws Exception {
    new PluginSources()
        .source("org.none", "None", "package org.none; class None {}")
        .in(folder, "none.jar");
    new PluginSources()
        .source("org.library", "Library", "package org.library; public class Library {}")
        .moduleInfo("module org.library { exports org.library; }")
        .in(folder, "library.jar");
    String nothing =
        "it provides no protocols: neither a module-info nor META-INF/services names a " + SERVICE;
    List<String> expected =
        List.of(at("library.jar", "module org.library: " + nothing), at("none.jar", nothing));
    requireInImage(expected);
    requireOnClassPath(expected);
  }

  @Test
  void moduleInfoThatCannotBeReadIsTold() throws Exception {
    new PluginSources().file("module-info.class", "no class at all").in(folder, "odd.jar");
    List<String> expected =
        List.of(at("odd.jar", "its module-info cannot be read: Bad magic number"));
    requireInImage(expected);
    requireOnClassPath(expected);
  }

  @Test
  void missingModuleIsNamed() throws Exception {
    Path elsewhere = folder.resolveSibling("elsewhere");
    Path library =
        new PluginSources()
            .source("org.library", "Library", "package org.library; public class Library {}")
            .moduleInfo("module org.library { exports org.library; }")
            .in(elsewhere, "library.jar");
    PluginSources.of("org.needy", "needy")
        .module("org.needy", "requires org.library;")
        .compiledWith(library)
        .in(folder, "needy.jar");
    requireInImage(
        List.of(
            at(
                "needy.jar",
                "module org.needy: it requires the module org.library, which is missing:"
                    + " a plug-in sees jpacker but no other plug-in")));
  }

  @Test
  void missingClassIsNamed() throws Exception {
    Path library =
        new PluginSources()
            .source(
                "org.library",
                "Library",
                "package org.library; public class Library { public static void use() {} }")
            .in(folder.resolveSibling("elsewhere"), "library.jar");
    PluginSources.doing("org.needy", "org.library.Library.use(); return List.of();")
        .services("org.needy.Provider")
        .compiledWith(library)
        .in(folder, "needy.jar");
    List<String> expected =
        List.of(
            at(
                "needy.jar",
                "org.needy.Provider failed:"
                    + " java.lang.NoClassDefFoundError: org/library/Library"));
    requireInImage(expected);
    requireOnClassPath(expected);
  }

  @Test
  void providerThatThrowsIsTold() throws Exception {
    PluginSources.doing("org.angry", "throw new IllegalStateException(\"not today\");")
        .module("org.angry")
        .in(folder, "angry.jar");
    PluginSources.doing("org.cross", "throw new IllegalStateException(\"not today\");")
        .services("org.cross.Provider")
        .in(folder, "cross.jar");
    String today = ".Provider failed: java.lang.IllegalStateException: not today";
    requireInImage(
        List.of(
            at("angry.jar", "module org.angry: org.angry" + today),
            at("cross.jar", "org.cross" + today)));
  }

  @Test
  void providerWhoseConstructorThrowsIsTold() throws Exception {
    String text =
        "package NAME; public class Provider implements org.jpacker.api.spi.ProtocolProvider {"
            + " public Provider() { throw new IllegalStateException(\"not today\"); }"
            + " public String module() { return \"\"; }"
            + " public java.util.List<org.jpacker.api.Protocol<?>> protocols() { return null; } }";
    new PluginSources()
        .source("org.angry", "Provider", text.replace("NAME", "org.angry"))
        .module("org.angry")
        .in(folder, "angry.jar");
    new PluginSources()
        .source("org.cross", "Provider", text.replace("NAME", "org.cross"))
        .services("org.cross.Provider")
        .in(folder, "cross.jar");
    String today = "java.lang.IllegalStateException: not today";
    requireInImage(
        List.of(
            at(
                "angry.jar",
                "module org.angry: Provider org.angry.Provider could not be instantiated: "
                    + today),
            at("cross.jar", "org.cross.Provider failed: " + today)));
  }

  /**
   * The layout rejects a gap during class initialization; the report contains the underlying cause.
   */
  @Test
  void protocolThatCannotBeMadeIsTold() throws Exception {
    String gap =
        "package NAME; import org.jpacker.api.*; final class Gap {"
            + " static final Layout LAYOUT = Layout.of(UIntField.at(8, 8, \"gap.x\")); }";
    PluginSources.doing("org.gap", "Gap.LAYOUT.size(); return List.of();")
        .source("org.gap", "Gap", gap.replace("NAME", "org.gap"))
        .services("org.gap.Provider")
        .in(folder, "gap.jar");
    Run run = Images.run(folder, Images.FULL, "--plugins", folder.toString(), "plugins");
    String error = run.err().lines().findFirst().orElseThrow();
    assertTrue(
        error.startsWith(
            "jpacker: plug-ins: "
                + at("gap.jar", "org.gap.Provider failed: java.lang.IllegalArgumentException: ")),
        error);
  }

  @Test
  void providerThatIsNoneIsTold() throws Exception {
    PluginSources plugin =
        new PluginSources()
            .source(
                "org.odd",
                "Shy",
                "package org.odd; class Shy implements org.jpacker.api.spi.ProtocolProvider {"
                    + " public String module() { return \"\"; }"
                    + " public java.util.List<org.jpacker.api.Protocol<?>> protocols() { return null; } }")
            .source("org.odd", "Odd", "package org.odd; public class Odd { }");
    plugin.services("org.odd.Gone", "org.odd.Odd", "org.odd.Shy").in(folder, "odd.jar");
    List<String> expected =
        List.of(
            at(
                "odd.jar",
                "the class org.odd.Gone is named as a provider, but missing from the jar"),
            at("odd.jar", "the class org.odd.Odd is no " + SERVICE),
            at(
                "odd.jar",
                "the class org.odd.Shy must be public, with a public constructor without"
                    + " parameters"));
    requireInImage(expected);
    requireOnClassPath(expected);
  }

  @Test
  void moduleWhoseProviderIsMissingIsTold() throws Exception {
    PluginSources.of("org.gone", "gone")
        .module("org.gone")
        .without("org/gone/Provider.class")
        .in(folder, "gone.jar");
    requireInImage(
        List.of(at("gone.jar", "module org.gone: Provider org.gone.Provider not found")));
    requireOnClassPath(
        List.of(
            at(
                "gone.jar",
                "module org.gone: the class org.gone.Provider is named as a provider, but missing"
                    + " from the jar")));
  }

  @Test
  void nameOfAnInstalledProtocolStaysWithIt() throws Exception {
    PluginSources.of("org.mine", "udp udp.port==40003", "mine udp.port==40004")
        .module("org.mine")
        .in(folder, "mine.jar");
    List<String> expected =
        List.of(
            at(
                "mine.jar",
                "module org.mine: the name udp is claimed by udp"
                    + " (org.jpacker.proto.tcpudp.Udp) and by udp (org.mine.Udp in mine.jar);"
                    + " udp (org.jpacker.proto.tcpudp.Udp) keeps it: remove all but one"));
    requireInImage(expected, "org.mine");
    requireOnClassPath(expected, "mine");
  }

  @Test
  void nameThatTwoPluginsClaimIsNobodys() throws Exception {
    PluginSources.of("org.b", "same", "b").services("org.b.Provider").in(folder, "b.jar");
    PluginSources.of("org.a", "same", "a").module("org.a").in(folder, "a.jar");
    List<String> expected =
        List.of(
            at(
                "b.jar",
                "module org.b: the name same is claimed by same (org.a.Same in a.jar) and by same"
                    + " (org.b.Same in b.jar); it names no protocol: remove all but one"));
    requireInImage(expected, "org.a", "org.b");
    requireOnClassPath(expected, "a", "b");
  }

  @Test
  void numberOfAnInstalledProtocolStaysWithIt() throws Exception {
    PluginSources.of("org.mine", "mine tcp.port==80").module("org.mine").in(folder, "mine.jar");
    List<String> expected =
        List.of(
            at(
                "mine.jar",
                "module org.mine: tcp.port==80 is claimed by http (org.jpacker.proto.http.Http) and"
                    + " by mine (org.mine.Mine in mine.jar); http (org.jpacker.proto.http.Http)"
                    + " keeps it: choose with registry.with(key, protocol) or -d"
                    + " tcp.port==80,NAME"));
    requireInImage(expected, "org.mine");
    requireOnClassPath(expected, "mine");
  }

  @Test
  void numberThatTwoPluginsClaimIsReadByNobodyUntilOneIsChosen() throws Exception {
    PluginSources.of("org.b", "b udp.port==40009").module("org.b").in(folder, "b.jar");
    PluginSources.of("org.a", "a udp.port==40009").module("org.a").in(folder, "a.jar");
    List<String> expected =
        List.of(
            at(
                "b.jar",
                "module org.b: udp.port==40009 is claimed by a (org.a.A in a.jar) and by b (org.b.B"
                    + " in b.jar); it is read by no protocol: choose with registry.with(key, protocol)"
                    + " or -d udp.port==40009,NAME"));
    requireInImage(expected, "org.a", "org.b");
    requireOnClassPath(expected, "a", "b");
    Run chosen =
        Run.of(
                folder,
                Map.of("JPACKER_PLUGINS", folder.toString()),
                Images.FULL.resolve("bin/jpacker").toString(),
                "protocols",
                "-d",
                "udp.port==40009,b",
                "b")
            .fine();
    assertTrue(chosen.out().contains("\nCarried by\n  udp.port==40009 "), chosen::toString);
  }

  @Test
  void twoVersionsOfAModuleAreBothLeftOut() throws Exception {
    PluginSources.of("org.twice", "twice").module("org.twice").in(folder, "twice-1.jar");
    Files.copy(folder.resolve("twice-1.jar"), folder.resolve("twice-2.jar"));
    List<String> expected =
        List.of(
            at(
                "twice-1.jar",
                "module org.twice: the same module is in "
                    + folder.resolve("twice-2.jar")
                    + ": remove one of them"),
            at(
                "twice-2.jar",
                "module org.twice: the same module is in "
                    + folder.resolve("twice-1.jar")
                    + ": remove one of them"));
    requireInImage(expected);
    requireOnClassPath(expected);
  }

  @Test
  void moduleThatIsThereAlreadyIsTold() throws Exception {
    Path own = Modules.jars().get("org.jpacker.proto.http");
    Files.copy(own, folder.resolve("http.jar"));
    requireInImage(
        List.of(
            at(
                "http.jar",
                "module org.jpacker.proto.http: this module is already installed: remove the jar")));
    requireOnClassPath(
        List.of(
            at(
                "http.jar",
                "module org.jpacker.proto.http: the class org.jpacker.proto.http.HttpProvider is"
                    + " already installed: remove the jar")));
  }

  @Test
  void folderThatIsNotThereIsTold() throws Exception {
    Path none = folder.resolve("none");
    assertEquals(
        List.of(new PluginProblem(none, "", "there is no such folder")),
        ProtocolRegistry.from(folder, none).problems());
  }

  @Test
  void jarThatTwoWaysLeadToIsLoadedOnce() throws Exception {
    assertEquals(
        List.of(), ProtocolRegistry.from(folder, folder.resolve("good.jar"), folder).problems());
  }
}
