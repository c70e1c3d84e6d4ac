package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
  @TempDir private Path folder;

  /** The log is that of the whole process, so whoever comes next has it as it was. */
  @AfterAll
  static void silence() {
    Log.on(
        new Console(null, new Output(new ByteArrayOutputStream()), new ByteArrayOutputStream()),
        "off");
  }

  private Path capture(String name) {
    Path file = folder.resolve(name);
    try (PacketWriter writer = Pcap.create(file)) {
      writer.write(Packet.of(new Ethernet(), new Ipv4().src("192.0.2.1").dst("192.0.2.2")));
    }
    return file;
  }

  private static List<String> of(Shell.Result result, String logger) {
    return result
        .err()
        .lines()
        .filter(line -> line.contains(" " + logger + ": "))
        .map(line -> line.replaceFirst("^[0-9.]+ ", ""))
        .toList();
  }

  @Test
  void formatAndCompressionAreToldWithWhatTellsThem() throws Exception {
    Path plain = capture("one.pcap");
    Path packed = folder.resolve("one.pcap.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(plain, out);
    }
    Shell.Result result = Shell.run("read", "--log", "debug", packed.toString());
    assertEquals(0, result.status(), result.err());
    assertEquals(1, result.lines().size());
    List<String> lines = of(result, "org.jpacker.io.pcap");
    assertTrue(
        lines.stream()
            .anyMatch(
                line ->
                    line.matches(
                        "debug org.jpacker.io.pcap: .*/one.pcap.gz begins with 1f8b08[0-9a-f]{10}:"
                            + " gzip, by org.jpacker.io.pcap.GzipCompression")),
        result::err);
    assertTrue(
        lines.contains(
            "debug org.jpacker.io.pcap: "
                + packed
                + " (uncompressed) begins with 0xd4c3b2a1: pcap, LITTLE_ENDIAN"),
        result::err);
  }

  @Test
  void levelThatIsACommandTooIsTakenBeforeTheCommand() {
    Shell.Result result = Shell.run("--log", "info", "read", capture("one.pcap").toString());
    assertEquals(0, result.status(), result.err());
    List<String> lines = of(result, "org.jpacker.cli");
    assertEquals(1, lines.size(), result.err());
    assertTrue(lines.get(0).startsWith("info org.jpacker.cli: jpacker "), lines.get(0));
    assertTrue(lines.get(0).contains(": --log info read "), lines.get(0));
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void namesAreEscaped() {
    Path file = capture("\u001b[31mred\n{}.pcap");
    Shell.Result result = Shell.run("read", "--log", "debug", file.toString());
    assertEquals(0, result.status(), result.err());
    assertTrue(result.err().contains("/\\x1b[31mred\\x0a{}.pcap begins with"), result.err());
    assertTrue(result.err().indexOf('\u001b') < 0, result.err());
  }

  @Test
  void choicesOfAProtocolAreTold() {
    Shell.Result result =
        Shell.run(
            "read", "--log", "debug", "-d", "ip.proto==0,udp", capture("one.pcap").toString());
    assertEquals(0, result.status(), result.err());
    assertTrue(
        of(result, "org.jpacker.api")
            .contains("debug org.jpacker.api: ip.proto==0 is read by udp, as chosen"),
        result.err());
  }

  @Test
  void unknownLevelIsWrongUsage() {
    Shell.Result result = Shell.run("read", "--log", "loud", "a.pcap");
    assertEquals(2, result.status());
    assertEquals(
        "jpacker: --log takes error, warn, info, debug, trace, not 'loud'; 'jpacker --help' shows"
            + " how\n",
        result.err());
  }
}
