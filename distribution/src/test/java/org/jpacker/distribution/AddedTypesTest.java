package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types of records that one module adds to the union of another, seen from outside. */
class AddedTypesTest {
  private static final String PROVIDER =
      """
      package NAME;
      import java.util.List;
      import org.jpacker.api.Protocol;
      import org.jpacker.api.contents.*;
      public class Provider implements org.jpacker.api.spi.ProtocolProvider {
        public Provider() {}
        @Override public String module() { return "NAME"; }
        @Override public List<Protocol<?>> protocols() { return List.of(PROTOCOLS); }
        @Override public List<org.jpacker.api.spi.AddedType> additions() { return List.of(ADDITIONS); }
      }
      """;

  private static final String COLOUR =
      """
      package NAME;
      import org.jpacker.api.contents.*;
      import org.jpacker.proto.tcpudp.TcpOption;
      public record Colour(int red, int green, int blue) implements TcpOption.Added {
        static final int KIND = 77;
        @Override public Colour parts(Parts in) {
          in.type(KIND);
          return new Colour(
              in.u8("NAME.red", red), in.u8("NAME.green", green), in.hex().u8("NAME.blue", blue));
        }
      }
      """;

  /** A protocol with options, of which one has options in turn, as relays of DHCP add them. */
  private static final String LEASE =
      """
      package lease;
      import java.util.List;
      import org.jpacker.api.*;
      import org.jpacker.api.contents.*;
      public final class Lease extends Header {
        public interface Option extends Shaped {}
        public record Unknown(int code, OctetString octets) implements Option, Suboption {
          @Override public Unknown parts(Parts in) {
            return new Unknown(in.type(code), in.rest("octets", octets));
          }
        }
        public record Relay(List<Suboption> suboptions) implements Option {
          @Override public Relay parts(Parts in) {
            return new Relay(in.series("suboptions", INNER, suboptions));
          }
        }
        public interface Suboption extends Shaped {}
        public static final Choice<Suboption> SUBOPTIONS =
            Choice.of(Suboption.class, Shape.of(new Unknown(0, OctetString.EMPTY)));
        static final Series<Suboption> INNER =
            Series.of("lease.suboption", head -> { head.type(8); head.length(8); }, SUBOPTIONS);
        static final Series<Option> OPTIONS =
            Series.of("lease.option", head -> { head.type(8); head.length(8); },
                Choice.of(Option.class, Shape.of(new Unknown(0, OctetString.EMPTY)),
                    Shape.of(82, new Relay(List.of()))));
        public static final UIntField ID = UIntField.at(0, 16, "lease.id");
        public static final BytesField OCTETS = BytesField.rest(16, "lease.options");
        private static final Contents<Lease, Option> RECORDS =
            Contents.of("lease.option", Lease.class, OCTETS, OPTIONS);
        public static final Layout LAYOUT = Layout.of(ID, OCTETS).telling(RECORDS.fields());
        public static final Protocol<Lease> PROTOCOL =
            Protocol.of("lease", LAYOUT, Lease.class, Lease::new, Lease::new,
                DispatchTable.UDP_PORT.key(9067));
        public Lease() { super(PROTOCOL); }
        Lease(Window in) throws MalformedException {
          super(PROTOCOL, in);
          headerSize(in.size());
        }
        public List<Option> options() { return RECORDS.get(this); }
      }
      """;

  private static final String CIRCUIT =
      """
      package circuit;
      import org.jpacker.api.contents.*;
      public record Circuit(String id) implements lease.Lease.Suboption {
        @Override public Circuit parts(Parts in) {
          in.type(1);
          return new Circuit(in.text("circuit.id", id));
        }
      }
      """;

  private Path folder;

  @BeforeEach
  void makeFolder(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath();
  }

  private static String provider(String name, String protocols, String additions) {
    return PROVIDER
        .replace("NAME", name)
        .replace("PROTOCOLS", protocols)
        .replace("ADDITIONS", additions);
  }

  private Path colour(String name, String jar) throws IOException {
    return PluginSources.empty()
        .compiledWith(Modules.jars().get("org.jpacker.proto.tcpudp"))
        .source(name, "Colour", COLOUR.replace("NAME", name))
        .source(
            name,
            "Provider",
            provider(
                name,
                "",
                "Addition.to(org.jpacker.proto.tcpudp.Tcp.OPTION_TYPES, Shape.of(77, new Colour(0,"
                    + " 0, 0)))"))
        .module(name, "requires org.jpacker.proto.tcpudp;")
        .in(folder.resolve("plugins"), jar);
  }

  private Path capture(Packet packet) throws IOException {
    Path capture = folder.resolve("x.pcap");
    try (PacketWriter writer = Pcap.create(capture)) {
      writer.write(packet);
    }
    return capture;
  }

  private Path coloured() throws IOException {
    Tcp tcp = new Tcp();
    Tcp.OPTIONS.set(tcp, HexFormat.of().parseHex("020405b44d0501ff0701" + "0100"));
    return capture(Packet.of(new Ethernet(), new Ipv4().src("1.2.3.4").dst("5.6.7.8"), tcp));
  }

  @Test
  void optionOfAPluginIsLikeOneOfOurs() throws Exception {
    colour("colour", "colour.jar");
    String capture = coloured().toString();
    String plugins = folder.resolve("plugins").toString();
    assertEquals(
        "1\t255\t0x07\t1460\n",
        run(
            plugins,
            "fields",
            capture,
            "-e",
            "colour.red",
            "-e",
            "colour.green",
            "-e",
            "colour.blue",
            "-e",
            "tcp.options.mss_val"));
    String tree = run(plugins, "read", "-v", capture);
    assertTrue(tree.contains("2: Colour\n"), tree);
    assertTrue(tree.contains("colour.blue: 0x07\n"), tree);
    String json = run(plugins, "read", "--json", capture);
    assertTrue(json.contains("\"colour.red\""), json);
    String java = run(plugins, "read", "--java", capture);
    assertTrue(java.contains("new colour.Colour(1, 255, 7)"), java);
    String page = run(plugins, "protocols", "tcp");
    assertTrue(page.contains("Colour"), page);
    String without = Images.run(folder, Images.FULL, "read", "-v", capture).fine().out();
    assertTrue(without.contains("2: Unknown\n"), without);
  }

  @Test
  void numberThatTwoPluginsAddIsGivenToNeither() throws Exception {
    colour("colour", "colour.jar");
    colour("paint", "paint.jar");
    String plugins = folder.resolve("plugins").toString();
    Run read =
        Images.run(folder, Images.FULL, "--plugins", plugins, "read", "-v", coloured().toString());
    assertTrue(read.out().contains("2: Unknown\n"), read::toString);
    assertTrue(
        read.err()
            .contains(
                "number 77 of TcpOption is added by colour and paint; no type is: remove all but"
                    + " one"),
        read::toString);
  }

  /** The class path has the protocol of one party; the suboption of another lies beside it. */
  @Test
  void suboptionIsAddedToTheProtocolOfAThirdParty() throws Exception {
    Path lease =
        PluginSources.empty()
            .source("lease", "Lease", LEASE)
            .source("lease", "Provider", provider("lease", "Lease.PROTOCOL", ""))
            .services("lease.Provider")
            .in(folder, "lease.jar");
    Path circuit =
        PluginSources.empty()
            .compiledWith(lease)
            .source("circuit", "Circuit", CIRCUIT)
            .source(
                "circuit",
                "Provider",
                provider(
                    "circuit",
                    "",
                    "Addition.to(lease.Lease.SUBOPTIONS, Shape.of(1, new Circuit(\"\")))"))
            .services("circuit.Provider")
            .in(folder.resolve("plugins"), "circuit.jar");
    Udp udp = new Udp().srcPort(1).dstPort(9067);
    udp.payload(HexFormat.of().parseHex("0007" + "5208" + "0103666f6f" + "020107"));
    String capture =
        capture(Packet.of(new Ethernet(), new Ipv4().src("1.2.3.4").dst("5.6.7.8"), udp))
            .toString();
    List<String> fields = List.of("fields", capture, "-e", "lease.id", "-e", "circuit.id");
    assertEquals("7\tfoo\n", onClassPath(List.of(lease, circuit), fields));
    List<String> withFolder =
        new ArrayList<>(List.of("--plugins", folder.resolve("plugins").toString()));
    withFolder.addAll(fields);
    assertEquals("7\tfoo\n", onClassPath(List.of(lease), withFolder));
    String tree = onClassPath(List.of(lease, circuit), List.of("read", "-v", capture));
    assertTrue(tree.contains("circuit.id: foo\n"), tree);
    assertTrue(tree.contains("Relay\n"), tree);
  }

  private String run(String plugins, String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of("--plugins", plugins));
    all.addAll(List.of(words));
    return Images.run(folder, Images.FULL, all.toArray(String[]::new)).fine().out();
  }

  private String onClassPath(List<Path> more, List<String> words) throws Exception {
    StringBuilder path = new StringBuilder();
    try (Stream<Path> jars = Files.list(Modules.folder())) {
      jars.filter(jar -> jar.toString().endsWith(".jar"))
          .sorted()
          .forEach(jar -> path.append(jar).append(File.pathSeparator));
    }
    more.forEach(jar -> path.append(jar).append(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                path.toString(),
                "org.jpacker.cli.Main"));
    command.addAll(words);
    return Run.of(folder, Map.of(), command.toArray(String[]::new)).fine().out();
  }
}
