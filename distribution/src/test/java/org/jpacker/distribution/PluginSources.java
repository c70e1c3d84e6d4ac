package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Builds jars of good and bad plug-ins from sources with javac, as their authors would. */
final class PluginSources {
  private static final String SERVICE = "org.jpacker.api.spi.ProtocolProvider";

  private final Map<String, String> sources = new TreeMap<>();
  private final Map<String, String> files = new TreeMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private final List<Path> needed = new ArrayList<>();

  /** A plug-in in package {@code name} with a protocol of two octets for each of the claims. */
  static PluginSources of(String name, String... claims) {
    PluginSources plugin = new PluginSources();
    StringBuilder protocols = new StringBuilder();
    for (String claim : claims) {
      String protocol = claim.replaceFirst(" .*", "");
      String key = claim.contains(" ") ? claim.replaceFirst("\\S+ ", "") : "";
      String type = Character.toUpperCase(protocol.charAt(0)) + protocol.substring(1);
      plugin.source(name, type, header(name, type, protocol, key));
      protocols.append(protocols.isEmpty() ? "" : ", ").append(type).append(".PROTOCOL");
    }
    plugin.source(name, "Provider", provider(name, "return List.of(" + protocols + ");"));
    return plugin;
  }

  /**
   * A plug-in in package {@code name} whose provider executes {@code statement} in {@code
   * protocols}.
   */
  static PluginSources doing(String name, String statement) {
    return new PluginSources().source(name, "Provider", provider(name, statement));
  }

  private static String header(String name, String type, String protocol, String key) {
    String table = key.replaceFirst("==.*", "");
    String number = key.replaceFirst(".*==", "");
    String claim =
        key.isEmpty() ? "" : ", DispatchTable.named(\"" + table + "\").key(" + number + ")";
    return """
        package NAME;
        import org.jpacker.api.*;
        public final class TYPE extends Header {
          public static final UIntField ID = UIntField.at(0, 16, "PROTOCOL.id");
          public static final Layout LAYOUT = Layout.of(ID);
          public static final Protocol<TYPE> PROTOCOL =
              Protocol.of("PROTOCOL", LAYOUT, TYPE.class, TYPE::new, TYPE::new CLAIM);
          public TYPE() { super(PROTOCOL); }
          TYPE(Window in) throws MalformedException { super(PROTOCOL, in); }
        }
        """
        .replace("NAME", name)
        .replace("TYPE", type)
        .replace("PROTOCOL.id", protocol + ".id")
        .replace("\"PROTOCOL\"", "\"" + protocol + "\"")
        .replace(" CLAIM", claim);
  }

  private static String provider(String name, String statement) {
    return """
        package NAME;
        import java.util.List;
        import org.jpacker.api.Protocol;
        public class Provider implements org.jpacker.api.spi.ProtocolProvider {
          public Provider() {}
          @Override public String module() { return "NAME"; }
          @Override public List<Protocol<?>> protocols() { STATEMENT }
        }
        """
        .replace("NAME", name)
        .replace("STATEMENT", statement);
  }

  PluginSources source(String name, String type, String text) {
    sources.put(name.replace('.', '/') + "/" + type + ".java", text);
    return this;
  }

  PluginSources file(String name, String text) {
    files.put(name, text);
    return this;
  }

  /** Declares the providers as on the class path, in META-INF/services. */
  PluginSources services(String... providers) {
    return file("META-INF/services/" + SERVICE, String.join("\n", providers) + "\n");
  }

  /** Makes it a module that provides {@code name.Provider}. */
  PluginSources module(String name, String... directives) {
    return moduleInfo(
        "module NAME { requires org.jpacker.api; exports NAME; MORE provides SERVICE with NAME.Provider; }"
            .replace("NAME", name)
            .replace("SERVICE", SERVICE)
            .replace("MORE", String.join(" ", directives)));
  }

  PluginSources moduleInfo(String text) {
    sources.put("module-info.java", text);
    return this;
  }

  /** Compiles against a jar that will be missing at run time. */
  PluginSources compiledWith(Path jar) {
    needed.add(jar);
    return this;
  }

  /** Sources without protocols. */
  static PluginSources empty() {
    return new PluginSources();
  }

  /** Omits a class from the jar. */
  PluginSources without(String file) {
    leftOut.add(file);
    return this;
  }

  /** Compiles the sources and creates the jar. */
  Path in(Path folder, String jar) throws IOException {
    Path work = Files.createTempDirectory("jpacker-plugin");
    try {
      Path classes = work.resolve("classes");
      compile(work.resolve("sources"), classes);
      Path file = Files.createDirectories(folder).resolve(jar);
      try (OutputStream out = Files.newOutputStream(file);
          JarOutputStream entries = new JarOutputStream(out);
          Stream<Path> all = Files.walk(classes)) {
        for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
          String name = classes.relativize(path).toString();
          if (!leftOut.contains(name)) {
            put(entries, name, Files.readAllBytes(path));
          }
        }
        for (Map.Entry<String, String> more : files.entrySet()) {
          put(entries, more.getKey(), more.getValue().getBytes(StandardCharsets.UTF_8));
        }
      }
      return file;
    } finally {
      Folders.delete(work);
    }
  }

  private void compile(Path from, Path classes) throws IOException {
    Files.createDirectories(classes);
    if (sources.isEmpty()) {
      return;
    }
    StringBuilder path = new StringBuilder(Modules.jars().get("org.jpacker.api").toString());
    needed.forEach(jar -> path.append(File.pathSeparator).append(jar));
    List<String> words =
        new ArrayList<>(
            List.of(
                "--release",
                "17",
                "-d",
                classes.toString(),
                sources.containsKey("module-info.java") ? "--module-path" : "--class-path",
                path.toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = from.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      words.add(file.toString());
    }
    var said = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler().run(null, said, said, words.toArray(String[]::new));
    assertTrue(status == 0, said::toString);
  }

  private static void put(JarOutputStream jar, String name, byte[] octets) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(octets);
    jar.closeEntry();
  }
}
