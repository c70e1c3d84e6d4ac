package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressions and back ends that cannot be loaded are left out, and everything else works. */
class LeftOutProvidersTest {
  private static final String COMPRESSION = "org.jpacker.io.pcap.spi.CompressionProvider";
  private static final String LIVE = "org.jpacker.live.spi.LiveProvider";
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  @TempDir private Path folder;
  private Path plain;
  private Path packed;

  @BeforeEach
  void writeFiles() {
    plain = folder.resolve("one.pcap");
    packed = folder.resolve("one.pcap.gz");
    for (Path file : List.of(plain, packed)) {
      WriteSettings settings = WriteSettings.pcap();
      try (PacketWriter writer =
          Pcap.create(file, file == plain ? settings : settings.compressed("gzip"))) {
        writer.write(Packet.of(new Ethernet(), new Ipv4()));
      }
    }
  }

  private static PluginSources compression(String name, String constructor) {
    return PluginSources.empty()
        .compiledWith(Modules.jars().get("org.jpacker.io.pcap"))
        .source(
            name,
            "Press",
            """
            package NAME;
            import java.io.InputStream;
            import java.util.List;
            public final class Press implements SERVICE {
              public Press() { CONSTRUCTOR }
              @Override public String name() { return "press"; }
              @Override public List<String> suffixes() { return List.of(".press"); }
              @Override public boolean recognises(byte[] first) { return Library.knows(first); }
              @Override public InputStream decompress(InputStream in) { return in; }
            }
            """
                .replace("NAME", name)
                .replace("SERVICE", COMPRESSION)
                .replace("CONSTRUCTOR", constructor))
        .source(
            name,
            "Library",
            "package NAME; final class Library { static boolean knows(byte[] b) { return false; } }"
                .replace("NAME", name))
        .without(name.replace('.', '/') + "/Library.class");
  }

  private Run onClassPath(Path jar, String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                "-cp",
                Modules.folder() + "/*" + File.pathSeparator + jar,
                "org.jpacker.cli.Main"));
    command.addAll(List.of(words));
    return Run.of(folder, Map.of(), command.toArray(String[]::new));
  }

  private Run onModulePath(Path jar, String module, String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                "--module-path",
                Modules.folder() + File.pathSeparator + jar,
                "--add-modules",
                module,
                "-m",
                "org.jpacker.cli/org.jpacker.cli.Main"));
    command.addAll(List.of(words));
    return Run.of(folder, Map.of(), command.toArray(String[]::new));
  }

  private static void readsAndSays(Run run, String said) {
    assertEquals(0, run.status(), run::toString);
    assertEquals(1, run.out().lines().count(), run::toString);
    assertEquals("jpacker: plug-ins: " + said + "\n", run.err(), run::toString);
  }

  @Test
  void compressionWhoseLibraryIsMissingIsLeftOutOnTheModulePath() throws Exception {
    String info =
        "module org.press { requires org.jpacker.io.pcap; provides SERVICE with org.press.Press; }"
            .replace("SERVICE", COMPRESSION);
    for (String constructor : List.of("Library.knows(null);", "")) {
      Path jar = compression("org.press", constructor).moduleInfo(info).in(folder, "press.jar");
      String said =
          constructor.isEmpty()
              ? "module org.press: org.press.Press failed, a library may be missing:"
              : "module org.press: Provider org.press.Press could not be instantiated:";
      for (Path file : List.of(plain, packed)) {
        readsAndSays(
            onModulePath(jar, "org.press", "read", file.toString()),
            said + " java.lang.NoClassDefFoundError: org/press/Library");
      }
    }
  }

  @Test
  void compressionWhoseLibraryIsMissingIsLeftOutOnTheClassPath() throws Exception {
    Path jar =
        compression("org.press", "Library.knows(null);")
            .file("META-INF/services/" + COMPRESSION, "org.press.Press\norg.press.Gone\n")
            .in(folder, "press.jar");
    Run run = onClassPath(jar, "read", plain.toString());
    assertEquals(0, run.status(), run::toString);
    assertEquals(
        "jpacker: plug-ins: Provider org.press.Press could not be instantiated:"
            + " java.lang.NoClassDefFoundError: org/press/Library\n"
            + "jpacker: plug-ins: Provider org.press.Gone not found\n",
        run.err());
  }

  @Test
  void backEndWhoseLibraryIsMissingIsNamedToWhoAsksForIt() throws Exception {
    Path jar =
        PluginSources.empty()
            .file("META-INF/services/" + LIVE, "org.live.Gone\n")
            .in(folder, "live.jar");
    Run run = onClassPath(jar, "interfaces", "--engine", "gone");
    assertEquals(1, run.status(), run::toString);
    assertEquals(
        "jpacker: back end gone: not installed; installed: pcap, raw;"
            + " Provider org.live.Gone not found\n",
        run.err());
    Run log = onClassPath(jar, "interfaces", "--log", "warn", "--engine", "raw");
    assertTrue(
        log.err().contains("warn org.jpacker.api: left out: Provider org.live.Gone not found"),
        log::toString);
  }
}
