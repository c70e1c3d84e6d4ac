package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options that say which protocols a command reads with. */
class ProtocolsTest {
  @TempDir private Path folder;

  private void requireMisuse(String message, String... words) {
    Shell.Result result = Shell.run(words);
    assertEquals(message + "\n", result.err());
    assertEquals(2, result.status());
    assertEquals("", result.out());
  }

  @Test
  void decodeAsChoosesWhoReadsANumber() {
    for (String choice : new String[] {"tcp.port==8888,http", "tcp.port=0x22b8,http"}) {
      Shell.Result result = Shell.run("protocols", "-d", choice, "http");
      assertEquals("", result.err());
      assertTrue(result.out().contains("\n  tcp.port==8888 "), result.out());
      assertEquals(result.out(), Shell.run("-d", choice, "protocols", "http").out());
    }
  }

  @Test
  void severalChoicesHoldTogetherAndTheLastOneCounts() {
    String[] words = {
      "-d",
      "tcp.port==1,http",
      "protocols",
      "-d",
      "tcp.port==2,http",
      "-d",
      "tcp.port==80,udp",
      "-d",
      "tcp.port==81,udp",
      "-d",
      "tcp.port==81,http",
      "http"
    };
    Shell.Result result = Shell.run(words);
    for (int port : new int[] {1, 2, 81, 2869}) {
      assertTrue(result.out().contains("\n  tcp.port==" + port + " "), result::out);
    }
    assertFalse(result.out().contains("\n  tcp.port==80 "), result::out);
  }

  @Test
  void choiceOfAnotherFormIsWrongUsage() {
    requireMisuse(
        "jpacker: -d takes TABLE==N,NAME, such as tcp.port==8888,http, not 'tcp.port==8888';"
            + " 'jpacker --help' shows how",
        "protocols",
        "-d",
        "tcp.port==8888");
    requireMisuse(
        "jpacker: -d takes a table and a number, such as udp.port==9999, not 'tcp.port==-1';"
            + " 'jpacker --help' shows how",
        "protocols",
        "-d",
        "tcp.port==-1,http");
  }

  @Test
  void unknownTableListsThoseThereAre() {
    Shell.Result result = Shell.run("protocols", "-d", "tcp.prt==1,http");
    assertTrue(
        result
            .err()
            .matches(
                "jpacker: -d: unknown table 'tcp\\.prt'; there are .*ethertype, .*tcp\\.port,"
                    + " udp\\.port; 'jpacker --help' shows how\n"),
        result.err());
    assertEquals(2, result.status());
  }

  @Test
  void unknownProtocolListsNearOnesOrAll() {
    Shell.Result near = Shell.run("protocols", "-d", "tcp.port==1,htp");
    assertTrue(
        near.err().matches("jpacker: unknown protocol 'htp'; did you mean .*http.*\\?\n"),
        near.err());
    Shell.Result far = Shell.run("protocols", "-d", "tcp.port==1,qqqqqqqq");
    assertTrue(
        far.err().matches("jpacker: unknown protocol 'qqqqqqqq'; there are .*arp, .*vlan, .*how\n"),
        far.err());
    assertEquals(2, far.status());
  }

  @Test
  void protocolWithoutHeuristicIsWrongUsage() {
    Shell.Result result = Shell.run("protocols", "--enable-heuristic", "arp");
    assertTrue(
        result.err().startsWith("jpacker: arp cannot be recognised by its contents; "),
        result.err());
    assertEquals(2, result.status());
  }

  @Test
  void pluginThatCannotBeLoadedIsToldAndTheRestIsThere() throws IOException {
    Path jar = Files.writeString(folder.resolve("bad.jar"), "no jar at all");
    Shell.Result result = Shell.run("--plugins", folder.toString(), "protocols", "udp");
    assertEquals(0, result.status());
    assertEquals(
        "jpacker: plug-ins: " + jar + ": this is not a jar: zip END header not found\n",
        result.err());
    assertTrue(result.out().startsWith("User Datagram Protocol (udp)\n"), result.out());
    assertTrue(result.out().contains("udp.checksum"), result.out());
  }

  @Test
  void pluginsListsModulesAndFailsIfSomethingWasLeftOut() throws IOException {
    Shell.Result fine = Shell.run("plugins");
    assertEquals("", fine.err());
    assertEquals(0, fine.status());
    assertTrue(fine.lines().get(0).matches("MODULE +VERSION +FROM +PROTOCOLS"));
    assertTrue(
        fine.lines().stream()
            .anyMatch(line -> line.matches("org\\.jpacker\\.proto\\.http .* built in +http")),
        fine.out());
    Files.createFile(folder.resolve("bad.jar"));
    Shell.Result bad = Shell.run("plugins", "--plugins", folder.toString());
    assertEquals(1, bad.status());
    assertEquals(fine.out(), bad.out());
    assertTrue(bad.err().endsWith("\njpacker: 1 problem with plug-ins\n"), bad.err());
  }

  @Test
  void newProtocolRefusesWhatWouldNotBuild() {
    String help = "; 'jpacker new-protocol --help' shows how";
    requireMisuse(
        "jpacker: a name has small letters, digits and single _, such as chirp, not '../x'" + help,
        "new-protocol",
        "../x",
        "--on",
        "udp.port=9999");
    requireMisuse(
        "jpacker: the class of header would hide org.jpacker.api.Header; take another name" + help,
        "new-protocol",
        "header",
        "--on",
        "udp.port=9999");
    requireMisuse(
        "jpacker: 'int' can be no part of a package; --package takes another" + help,
        "new-protocol",
        "int",
        "--on",
        "udp.port=9999");
    requireMisuse(
        "jpacker: there is a protocol udp already; 'jpacker protocols' lists them" + help,
        "new-protocol",
        "udp",
        "--on",
        "udp.port=9999");
    requireMisuse(
        "jpacker: tcp.port==80 is read by http already; take another number" + help,
        "new-protocol",
        "chirp",
        "--on",
        "tcp.port==80");
  }

  @Test
  void accessorsAreWrittenIntoSources(@TempDir Path folder) throws IOException {
    Path source = folder.resolve("Chirp.java");
    Files.writeString(
        source,
        """
        public final class Chirp extends Header {
          public static final UIntField KIND = UIntField.at(0, 16, "chirp.kind");

          // --- accessors: generated from the fields above ---

          // --- end of accessors ---
        }
        """);
    Shell.Result written = Shell.run("new-protocol", "--accessors", source.toString());
    assertEquals(0, written.status(), written.err());
    assertEquals(source + "\n", written.out());
    String text = Files.readString(source);
    assertTrue(text.contains("  public Chirp kind(int value) {\n"), text);
    Shell.Result again = Shell.run("new-protocol", "--accessors", source.toString());
    assertEquals(0, again.status(), again.err());
    assertEquals("", again.out());
    assertEquals(text, Files.readString(source));
  }

  @Test
  void sourceWithoutRoomForAccessorsIsRefused(@TempDir Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("Chirp.java"), "class Chirp {}\n");
    Shell.Result refused = Shell.run("new-protocol", "--accessors", source.toString());
    assertEquals(1, refused.status());
    assertEquals(
        "jpacker: " + source + ": there is no line '// --- accessors ---'; nothing was written\n",
        refused.err());
    Path missing = folder.resolve("Missing.java");
    Shell.Result absent = Shell.run("new-protocol", "--accessors", missing.toString());
    assertEquals(1, absent.status());
    assertEquals("jpacker: " + missing + ": no such file\n", absent.err());
  }

  @Test
  void newProtocolIsAProjectOrAccessors() {
    String help = "; 'jpacker new-protocol --help' shows how";
    requireMisuse("jpacker: give NAME and --on, or else --accessors" + help, "new-protocol");
    requireMisuse(
        "jpacker: give NAME and --on, or else --accessors" + help,
        "new-protocol",
        "chirp",
        "--on",
        "udp.port=9999",
        "--accessors",
        "Chirp.java");
    requireMisuse(
        "jpacker: give NAME and --on, or else --accessors" + help,
        "new-protocol",
        "--tlv",
        "--accessors",
        "Chirp.java");
  }

  @Test
  void newProtocolWithTlvsHasRecordsAndTheirTest() throws IOException {
    Map<String, String> words =
        Map.of(
            "name", "chirp",
            "Name", "Chirp",
            "package", "org.example.chirp",
            "path", "org/example/chirp",
            "group", "org.example",
            "table", "UDP_PORT",
            "number", "9999");
    List<Path> plain = Template.write(folder.resolve("plain"), words, false);
    List<Path> written = Template.write(folder.resolve("tlvs"), words, true);
    assertEquals(
        List.of("Chirp.java", "ChirpTlv.java", "ChirpTest.java", "ChirpTlvContractTest.java"),
        written.stream()
            .map(path -> path.getFileName().toString())
            .filter(file -> file.startsWith("Chirp") && !file.startsWith("ChirpProvider"))
            .toList());
    assertEquals(plain.size() + 2, written.size());
    for (Path file : written) {
      assertFalse(Files.readString(file).contains("{{"), file::toString);
    }
    String header =
        Files.readString(folder.resolve("tlvs/src/main/java/org/example/chirp/Chirp.java"));
    assertTrue(header.contains("  public Chirp kind(int value) {\n"), header);
    assertFalse(header.contains("tlvs(byte[] value)"), header);
  }

  @Test
  void helpOfNewProtocolNamesTheListOfTlvs() {
    String help = Shell.run("new-protocol", "--help").out();
    assertTrue(help.matches("(?s).*\n      --tlv  +The header has a list of TLVs: .*"), help);
  }
}
