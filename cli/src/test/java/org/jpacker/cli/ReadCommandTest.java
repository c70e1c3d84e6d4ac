package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadCommandTest {
  @TempDir Path folder;

  @Test
  void eachPacketIsALine() throws IOException {
    Shell.Result result = Shell.run("read", PcapBytes.sample().in(folder));
    assertEquals(0, result.status());
    assertEquals("", result.err());
    List<String> lines = result.lines();
    assertEquals(3, lines.size());
    assertStarts("1 0.000000 1.2.3.4:40000 > 5.6.7.8:40001 udp 47", lines.get(0));
    assertStarts("2 0.500000 1.2.3.4:40000 > 5.6.7.8:80 ", lines.get(1));
    assertStarts("3 1.500000 02:00:00:00:00:01 > ff:ff:ff:ff:ff:ff eth 16", lines.get(2));
  }

  /** What reads a pipe or a file wants all; a terminal says so by a property of the launcher. */
  @Test
  void nothingIsCutUnlessOnATerminal() throws IOException {
    String uri = "/" + "x".repeat(200) + "?q=1";
    byte[] request = PcapBytes.tcp(80, "GET " + uri + " HTTP/1.1\r\n\r\n");
    String file = PcapBytes.ethernet().packet(1, 0, request).in(folder);
    List<String> lines = Shell.run("read", file).lines();
    assertTrue(lines.get(0).endsWith(" GET " + uri + " HTTP/1.1"), lines.get(0));
    System.setProperty("jpacker.terminal", "out");
    try {
      List<String> cut = Shell.run("read", file).lines();
      assertTrue(cut.get(0).endsWith("xxx..."), cut.get(0));
    } finally {
      System.clearProperty("jpacker.terminal");
    }
  }

  @Test
  void startLineOfHttpIsShownOnce() throws IOException {
    String file =
        PcapBytes.ethernet()
            .packet(1, 0, PcapBytes.tcp(80, "GET /short?q=1 HTTP/1.1\r\nHost: x\r\n\r\n"))
            .packet(1, 0, PcapBytes.tcp(80, "HTTP/1.1 403 Forbidden\r\n\r\n"))
            .packet(1, 0, PcapBytes.tcp(80, "HTTP/1.0 200 OK\r\n\r\nbody"))
            .in(folder);
    List<String> lines = Shell.run("read", file).lines();
    assertTrue(lines.get(0).matches(".* http \\d+ GET /short\\?q=1 HTTP/1.1"), lines.get(0));
    assertTrue(lines.get(1).matches(".* http \\d+ HTTP/1.1 403 Forbidden"), lines.get(1));
    assertTrue(lines.get(2).matches(".* http \\d+ HTTP/1.0 200 OK len=4"), lines.get(2));
  }

  @Test
  void standardInputIsCalledDash() {
    Shell.Result result = Shell.runOn(PcapBytes.sample().toBytes(), "read", "-");
    assertEquals(0, result.status());
    assertEquals(3, result.lines().size());
  }

  @Test
  void damagedStandardInputIsCalledByItsName() {
    byte[] octets = PcapBytes.sample().toBytes();
    Shell.Result result = Shell.runOn(Arrays.copyOf(octets, octets.length - 1), "read", "-");
    assertEquals(1, result.status());
    assertStarts("jpacker: standard input: offset ", result.err());
  }

  @Test
  void countStopsEarly() throws IOException {
    Shell.Result result = Shell.run("read", "-c", "2", PcapBytes.sample().in(folder));
    assertEquals(0, result.status());
    assertEquals(2, result.lines().size());
  }

  @Test
  void damageBehindTheLastPacketAskedForIsNoConcern() throws IOException {
    Shell.Result result = Shell.run("read", "-c", "2", PcapBytes.sample().cutIn(folder, 1));
    assertEquals(0, result.status());
    assertEquals("", result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", ""})
  void countBelowOneIsWrongUsage(String count) throws IOException {
    Shell.Result result = Shell.run("read", "-c" + count, PcapBytes.sample().in(folder));
    assertEquals(2, result.status());
    assertEquals("", result.out());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void cutFileGivesAllThatIsWholeAndTheReason() throws IOException {
    String file = PcapBytes.sample().cutIn(folder, 1);
    Shell.Result result = Shell.run("read", file);
    assertEquals(1, result.status());
    assertEquals(2, result.lines().size());
    assertStarts("jpacker: " + file + ": offset ", result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void whatIsNoCaptureIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "these are no packets, just words");
    Shell.Result result = Shell.run("read", file.toString());
    assertEquals(1, result.status());
    assertEquals("", result.out());
    assertStarts("jpacker: " + file + ": ", result.err());
  }

  @Test
  void treeShowsEachField() throws IOException {
    Shell.Result result = Shell.run("read", "-v", "-c1", PcapBytes.sample().in(folder));
    assertStarts(
        "Frame 1: 47 octets, 1970-01-01T00:16:40.000000Z, link type 1 (ETHERNET), interface 0\n",
        result.out());
    assertTrue(result.out().contains("\n  ip.src: 1.2.3.4\n"), result.out());
    assertTrue(result.out().contains("\n  udp.srcport: 40000\n"), result.out());
    assertTrue(result.out().endsWith("Raw: 5 octets: 68 65 6c 6c 6f 'hello'\n\n"), result.out());
  }

  @Test
  void octetsFollowTheLineOrTheTree() throws IOException {
    String file = PcapBytes.sample().in(folder);
    String row = "0000  ff ff ff ff ff ff 02 00 00 00 00 01 88 b5 01 02  ................\n\n";
    assertTrue(Shell.run("read", "-x", file).out().endsWith(row));
    assertTrue(Shell.run("read", "-x", "-v", file).out().endsWith(row));
    assertTrue(Shell.run("read", "-xv", file).out().endsWith(row));
  }

  @Test
  void jsonIsAnObjectPerLine() throws IOException {
    String file =
        new PcapBytes(PcapBytes.UNKNOWN)
            .packet(1, 2, new byte[] {1, (byte) 0xab})
            .packet(1, 3, new byte[0])
            .in(folder);
    assertEquals(
        """
        {"frame":{"number":1,"time_epoch":"1.000002000","len":2,"cap_len":2,"link_type":147,\
        "interface_id":0,"snap_len":65535,"octets":"01ab"},"layers":[{"raw":"01ab"}]}
        {"frame":{"number":2,"time_epoch":"1.000003000","len":0,"cap_len":0,"link_type":147,\
        "interface_id":0,"snap_len":65535,"octets":""},"layers":[]}
        """,
        Shell.run("read", "--json", file).out());
    String known = Shell.run("read", "--json", PcapBytes.sample().in(folder)).out();
    assertTrue(known.contains("{\"protocol\":\"udp\",\"fields\":{\"udp.srcport\":40000,"), known);
  }

  @Test
  void javaIsOneClass() throws IOException {
    String source = Shell.run("read", "--java", PcapBytes.sample().in(folder)).out();
    assertTrue(source.startsWith("import java.time.Instant;"), source);
    assertTrue(source.contains("static Packet packet1() {"), source);
    assertTrue(source.endsWith("  }\n}\n"), source);
    assertEquals(2, Shell.run("read", "--java", "--json", "x").status());
    assertEquals("", Shell.run("read", "--java", folder.resolve("none").toString()).out());
  }

  @Test
  void jsonGoesWithoutTreeAndOctets() throws IOException {
    String file = PcapBytes.sample().in(folder);
    assertEquals(2, Shell.run("read", "--json", "-v", file).status());
    assertEquals(2, Shell.run("read", "--json", "-x", file).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-v", "-x", "--json"})
  void packetsCannotControlTheTerminal(String option) throws IOException {
    String file = PcapBytes.sample().in(folder);
    Shell.Result result =
        option.isEmpty() ? Shell.run("read", file) : Shell.run("read", option, file);
    assertEquals(0, result.status());
    result
        .out()
        .chars()
        .filter(c -> c != '\n')
        .forEach(c -> assertFalse(Character.isISOControl(c), "character " + c));
  }

  @Test
  void timeIsShownAsAskedFor() throws IOException {
    String file = PcapBytes.sample().in(folder);
    assertStarts("1 1000.000000000 1.2", Shell.run("read", "-t", "e", file).out());
    assertStarts("1 1970-01-01 00:16:40.000000 1.2", Shell.run("read", "-t", "ud", file).out());
    assertStarts("1 0.000000 1.2", Shell.run("read", "-tr", file).out());
    assertEquals(2, Shell.run("read", "-t", "x", file).status());
  }

  @Test
  void manyPacketsAreAllThere() throws IOException {
    PcapBytes capture = PcapBytes.ethernet();
    byte[] packet = PcapBytes.udp("x".repeat(100));
    for (int i = 0; i < 5_000; i++) {
      capture.packet(i, 0, packet);
    }
    List<String> lines = Shell.run("read", capture.in(folder)).lines();
    assertEquals(5_000, lines.size());
    assertStarts("5000 4999.000000 ", lines.get(4_999));
  }

  @Test
  void lettersBeyondAsciiAreUtf8() throws IOException {
    Path file = Files.writeString(folder.resolve("ü.txt"), "no capture", StandardCharsets.UTF_8);
    assertTrue(Shell.run("read", file.toString()).err().contains("ü.txt: "));
  }

  private static void assertStarts(String start, String text) {
    assertTrue(text.startsWith(start), text);
  }

  @Test
  void badChecksumsAreMarkedIfThatIsAskedFor() throws IOException {
    String file = PcapBytes.sample().in(folder);
    assertTrue(!Shell.run("read", file).out().contains("bad"));
    String lines = Shell.run("read", "--checksums", file).out();
    assertTrue(
        lines.lines().toList().get(1).contains(" [bad ip.checksum 0x0000, expected 0x"), lines);
    String tree = Shell.run("read", "-v", "--checksums", file).out();
    assertTrue(tree.contains("  udp.checksum: 0x0000 (not present)\n"), tree);
    String json = Shell.run("read", "--json", "--checksums", file).out();
    assertTrue(json.contains("\"udp.checksum\":0,\"udp.checksum.status\":3"), json);
    assertEquals(2, Shell.run("read", "--java", "--checksums", file).status());
  }

  @Test
  void whatAnErrorQuotesIsNotJudged() throws IOException {
    String quoted = "4500001c 00010000 01110000 c0000201 c6336402 03e807d0 00080bad";
    String error =
        "020000000002 020000000001 0800 45000038 00010000 4001efd8 c0000202 c0000201 0303 0b9f"
            + " 00000000"
            + quoted;
    String file = PcapBytes.ethernet().packet(1, 0, PcapBytes.hex(error)).in(folder);
    String tree = Shell.run("read", "-v", "--checksums", file).out();
    assertEquals(3, tree.split(" \\(bad| \\(good", -1).length, tree);
    assertTrue(tree.contains("udp.checksum: 0x0bad\n"), tree);
  }
}
