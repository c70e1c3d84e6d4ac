package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs programs that embed jpacker; their sources are in src/test/consumers. */
class EmbeddedTest {
  private static final Path CONSUMERS =
      Path.of(System.getProperty("jpacker.root"), "distribution/src/test/consumers");
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");
  private static final String MAIN = "org.example.consumer.Main";

  @TempDir private Path classes;
  private String packet;
  private String plugins;

  @BeforeEach
  void makePacket() throws Exception {
    Udp udp = new Udp().srcPort(1).dstPort(48879);
    udp.payload(new byte[] {(byte) 0xbe, (byte) 0xac, 0, 6, 0, 7});
    Packet crafted = Packet.of(new Ethernet(), new Ipv4().src("1.2.3.4").dst("5.6.7.8"), udp);
    packet = HexFormat.of().formatHex(crafted.toBytes());
    plugins = OutsideProject.beacon().getParent().toString();
  }

  /** The jars that such a program has, without the command and its libraries. */
  private static String jars() throws IOException {
    try (Stream<Path> jars = Files.list(Modules.folder())) {
      return jars.map(Path::toString)
          .filter(jar -> jar.matches(".*/(jpacker-(api|flow|core|proto-[a-z]+))-[^/]*"))
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private void compile(String path, String... consumers) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("--release", "17", "-d", classes.toString(), path, jars()));
    for (String consumer : consumers) {
      try (Stream<Path> sources = Files.walk(CONSUMERS.resolve(consumer))) {
        sources.filter(Files::isRegularFile).map(Path::toString).forEach(words::add);
      }
    }
    var said = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler().run(null, said, said, words.toArray(String[]::new));
    assertEquals(0, status, said::toString);
  }

  private List<String> run(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    command.addAll(List.of(words));
    return Run.of(classes, Map.of(), command.toArray(String[]::new)).fine().out().lines().toList();
  }

  @Test
  void programOnTheClassPathFindsProtocolsAndPlugins() throws Exception {
    compile("--class-path", "classpath");
    assertEquals(
        List.of("5.6.7.8", "eth:ip:udp:beacon\t7", "[]", "false"),
        run("-cp", classes + File.pathSeparator + jars(), MAIN, packet, plugins));
  }

  @Test
  void programOnTheModulePathFindsProtocolsAndPlugins() throws Exception {
    compile("--module-path", "classpath", "modulepath");
    assertEquals(
        List.of("5.6.7.8", "eth:ip:udp:beacon\t7", "[]", "true"),
        run(
            "--module-path",
            classes + File.pathSeparator + jars(),
            "--add-modules",
            "org.jpacker.proto.ethernet,org.jpacker.proto.tcpudp",
            "-m",
            "org.example.consumer/" + MAIN,
            packet,
            plugins));
  }

  @Test
  void programWithLoadersOfItsOwnFindsProtocols() throws Exception {
    compile("--class-path", "loaders");
    int all = ProtocolRegistry.installed().protocols().size();
    String api = Modules.jars().get("org.jpacker.api").toString();
    assertEquals(
        List.of(
            "no context loader: " + all + " []",
            "foreign context loader: " + all + " []",
            "api alone in the parent: 0 []",
            "protocols in the child: " + all + " []",
            "layer with a loader: " + all + " []",
            "layer with many loaders: " + all + " []"),
        run("-cp", classes.toString(), MAIN, jars(), api));
  }

  @Test
  void registriesDoNotKnowOfEachOther() throws Exception {
    compile("--class-path", "registries");
    assertEquals(
        List.of(
            "eth ip udp data",
            "eth ip udp beacon",
            "eth ip udp beacon",
            "eth ip data",
            "data",
            "true"),
        run("-cp", classes + File.pathSeparator + jars(), MAIN, packet, plugins));
  }
}
