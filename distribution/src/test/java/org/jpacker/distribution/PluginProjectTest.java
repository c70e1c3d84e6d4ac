package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins as separate projects, from their sources to their appearance in commands. */
class PluginProjectTest {
  private static final Path ROOT = Path.of(System.getProperty("jpacker.root"));

  /** A beacon of kind "text" from station 7 with a name that carries "hi", 12 octets. */
  private static final byte[] BEACON = {
    (byte) 0xbe, (byte) 0xac, 1, 12, 4, 7, 1, 2, 'N', '1', 'h', 'i'
  };

  private Path folder;

  @BeforeEach
  void makeFolder(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath();
  }

  private Path capture(int port, byte[] octets) throws IOException {
    Path capture = folder.resolve("port" + port + ".pcap");
    Udp udp = new Udp().srcPort(1).dstPort(port);
    udp.payload(octets);
    try (PacketWriter writer = Pcap.create(capture)) {
      writer.write(Packet.of(new Ethernet(), new Ipv4().src("1.2.3.4").dst("5.6.7.8"), udp));
    }
    return capture;
  }

  /** An image with the plug-in in its folder of plug-ins. */
  private Path imageWithBeacon() throws Exception {
    Path image = folder.resolve("image");
    Run.of(folder, Map.of(), "cp", "-R", Images.FULL.toString(), image.toString()).fine();
    Path plugins = Files.createDirectory(image.resolve("plugins"));
    Files.copy(OutsideProject.beacon(), plugins.resolve("beacon.jar"));
    return image;
  }

  @Test
  void protocolOfADroppedJarIsLikeOneOfOurs() throws Exception {
    Path image = imageWithBeacon();
    String capture = capture(48879, BEACON).toString();

    Run plugins = Images.run(folder, image, "plugins").fine();
    String row =
        plugins.out().lines().filter(line -> line.contains("beacon")).findFirst().orElseThrow();
    assertEquals(
        List.of(
            "org.example.beacon",
            "1.0.0",
            image.resolve("plugins/beacon.jar").toString(),
            "beacon"),
        List.of(row.split(" +")));

    Run protocols = Images.run(folder, image, "protocols", "beacon").fine();
    assertTrue(protocols.out().startsWith("Station Beacon (beacon)\n"), protocols::toString);
    assertTrue(protocols.out().contains("\nCarried by\n  udp.port==48879 "), protocols::toString);
    assertTrue(
        protocols.out().contains("\nrecognised in udp, with --enable-heuristic beacon\n"),
        protocols::toString);
    assertTrue(protocols.out().contains("|  tlv_length   |beacon.station |"), protocols::toString);
    assertTrue(protocols.out().contains("\nbeacon.tlv.latitude "), protocols::toString);

    Run read = Images.run(folder, image, "read", capture).fine();
    assertTrue(read.out().contains("beacon"), read::toString);
    Run tree = Images.run(folder, image, "read", "-v", capture).fine();
    assertTrue(tree.out().contains("beacon.kind: 1 (text)"), tree::toString);
    Run json = Images.run(folder, image, "read", "--json", capture).fine();
    assertTrue(json.out().contains("\"beacon\""), json::toString);

    Run fields =
        Images.run(
                folder,
                image,
                "fields",
                capture,
                "-e",
                "frame.protocols",
                "-e",
                "beacon.station",
                "-e",
                "beacon.tlv.name")
            .fine();
    assertEquals("eth:ip:udp:beacon:data\t7\tN1\n", fields.out());

    Run java = Images.run(folder, image, "read", "--java", capture).fine();
    assertTrue(java.out().contains("import org.example.beacon.*;"), java::toString);
    assertTrue(
        java.out()
            .contains("new Beacon().kind(1).station(7).tlvs(List.of(new BeaconTlv.Name(\"N1\"))),"),
        java::toString);
  }

  @Test
  void anyPortIsReadAsThePluginOnDemand() throws Exception {
    String capture = capture(7777, BEACON).toString();
    String jars = OutsideProject.beacon().getParent().toString();
    List<String> fields = List.of("fields", capture, "-e", "beacon.station");
    assertEquals("\n", run(jars, fields).out());
    assertEquals("7\n", run(jars, fields, "-d", "udp.port==7777,beacon").out());
    assertEquals("7\n", run(jars, fields, "-d", "udp.port=7777,beacon").out());
    assertEquals("7\n", run(jars, fields, "--enable-heuristic", "beacon").out());
  }

  /**
   * The dispatch table of a plug-in is open to others: an installed protocol claims a kind of
   * beacon.
   */
  @Test
  void tableOfAPluginTakesOtherProtocols() throws Exception {
    byte[] udp = {0, 1, 0, 2, 0, 8, 0, 0};
    byte[] beacon = new byte[18];
    System.arraycopy(BEACON, 0, beacon, 0, 10);
    beacon[2] = 9;
    beacon[3] = 18;
    System.arraycopy(udp, 0, beacon, 10, 8);
    String capture = capture(48879, beacon).toString();
    String jars = OutsideProject.beacon().getParent().toString();
    Run fields =
        run(jars, List.of("fields", capture, "-e", "frame.protocols"), "-d", "beacon.kind==9,udp");
    assertEquals("eth:ip:udp:beacon:udp\n", fields.out());
  }

  /** Runs a command; global options may stand before or after its name. */
  private Run run(String jars, List<String> command, String... options) throws Exception {
    List<String> behind = new ArrayList<>(List.of("--plugins", jars));
    behind.addAll(command);
    behind.addAll(List.of(options));
    Run run = Images.run(folder, Images.FULL, behind.toArray(String[]::new)).fine();
    List<String> before = new ArrayList<>(List.of(options));
    before.addAll(command);
    Run environment =
        Images.run(
            folder,
            Map.of("JPACKER_PLUGINS", folder.resolve("none") + ":" + jars),
            Images.FULL,
            before.toArray(String[]::new));
    assertEquals(run.out(), environment.out());
    assertEquals(
        "jpacker: plug-ins: " + folder.resolve("none") + ": there is no such folder\n",
        environment.err());
    return run;
  }

  @Test
  void newProtocolIsAProjectThatBuildsAtOnce() throws Exception {
    Path project = newProject("traffic_light");
    requireTests(project, "org.example.traffic_light.TrafficLightTest");
    String capture = capture(9999, new byte[] {0, 3, 0, 6, 'h', 'i'}).toString();
    assertEquals(
        "3\t6\n",
        fields(project, capture, "-e", "traffic_light.kind", "-e", "traffic_light.length"));
  }

  @Test
  void newProtocolWithTlvsIsAProjectThatBuildsAtOnce() throws Exception {
    Path project = newProject("chirp", "--tlv");
    requireTests(project, "org.example.chirp.ChirpTest");
    requireTests(project, "org.example.chirp.ChirpTlvContractTest");
    byte[] chirp = {0, 3, 0, 12, 1, 2, 'N', '1', 2, 2, 0, 30, 'h', 'i'};
    String capture = capture(9999, chirp).toString();
    assertEquals(
        "eth:ip:udp:chirp:data\tN1\t30\t1,2\n",
        fields(
            project,
            capture,
            "-e",
            "frame.protocols",
            "-e",
            "chirp.tlv.name",
            "-e",
            "chirp.tlv.interval",
            "-e",
            "chirp.tlv.type"));
  }

  /** Writes the project of a new protocol on port 9999, and builds it. */
  private Path newProject(String name, String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("new-protocol", name, "--on", "udp.port=9999"));
    words.addAll(List.of(options));
    Run written = Images.run(folder, Images.FULL, words.toArray(String[]::new)).fine();
    assertFalse(written.out().isEmpty());
    Path project = folder.resolve(name);
    OutsideProject.verify(project);
    return project;
  }

  private static void requireTests(Path project, String test) throws IOException {
    String report = Files.readString(project.resolve("target/surefire-reports/" + test + ".txt"));
    assertTrue(report.contains("Failures: 0, Errors: 0, Skipped: 0"), report);
    assertFalse(report.contains("Tests run: 0"), report);
  }

  private String fields(Path project, String capture, String... names) throws Exception {
    String jars = project.resolve("target").toString();
    List<String> words = new ArrayList<>(List.of("--plugins", jars, "fields", capture));
    words.addAll(List.of(names));
    return Images.run(folder, Images.FULL, words.toArray(String[]::new)).fine().out();
  }

  /**
   * Otherwise the plug-in would be built with other versions of libraries and might need the
   * network.
   */
  @Test
  void exampleNamesTheVersionsOfThisBuild() throws IOException {
    Map<String, String> ours = new TreeMap<>();
    Matcher property =
        Pattern.compile("<(\\w+)\\.(?:plugin\\.)?version>([^<$]+)<")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    while (property.find()) {
      ours.put(property.group(1), property.group(2));
    }
    String pom = Files.readString(ROOT.resolve("examples/plugin/pom.xml"));
    Matcher plugin =
        Pattern.compile(
                "<artifactId>maven-(\\w+)-plugin</artifactId>\\s*<version>([^<]+)</version>")
            .matcher(pom);
    int plugins = 0;
    while (plugin.find()) {
      plugins++;
      assertEquals(ours.get(plugin.group(1)), plugin.group(2), plugin.group(1));
    }
    assertEquals(8, plugins);
    assertTrue(pom.contains("<junit.version>" + ours.get("junit") + "</junit.version>"));
    assertTrue(pom.contains("<jpacker.version>" + OutsideProject.version() + "</jpacker.version>"));
  }
}
