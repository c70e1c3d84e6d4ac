package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the finished image in the environments of jobs, containers and terminals. */
class EnvironmentTest {
  private static final String LAUNCHER = Images.FULL.resolve("bin/jpacker").toString();
  private static final String LINE = "1 0.000000 192.0.2.1:7 > 192.0.2.2:9 udp 42\n";

  @TempDir private Path folder;

  @BeforeEach
  void writeFile() {
    try (PacketWriter writer = Pcap.create(folder.resolve("one.pcap"))) {
      writer.write(
          Packet.of(
              new Ethernet(),
              new Ipv4().src("192.0.2.1").dst("192.0.2.2"),
              new Udp().srcPort(7).dstPort(9)));
    }
  }

  /** Runs a shell script in which {@code j} is the command, without locale settings. */
  private Run shell(Map<String, String> environment, String script)
      throws IOException, InterruptedException {
    Map<String, String> variables = new LinkedHashMap<>(environment);
    variables.put("LAUNCHER", LAUNCHER);
    // the shell produces the octets, since this JVM may not be able to
    String before =
        "j() { \"$LAUNCHER\" \"$@\"; }; name=$(printf 'gr\\303\\274\\303\\237e');"
            + " for v in LC_ALL LC_CTYPE LANG; do eval \"[ -n \\\"\\${$v}\\\" ]\" || unset $v; done; ";
    Map<String, String> all = new LinkedHashMap<>(Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", ""));
    all.putAll(variables);
    return Run.of(folder, all, "sh", "-c", before + script);
  }

  @TestFactory
  Stream<DynamicTest> namesOfFilesAreUtf8InEveryLocaleOfAscii() {
    return Stream.of(
            Map.<String, String>of(),
            Map.of("LC_ALL", "C"),
            Map.of("LANG", "xx_XX.UTF-8"),
            Map.of("LC_CTYPE", "C", "LANG", "C.UTF-8"),
            Map.of("LC_ALL", "C.UTF-8"))
        .map(
            environment ->
                DynamicTest.dynamicTest(environment.toString(), () -> checkNames(environment)));
  }

  private void checkNames(Map<String, String> environment) throws Exception {
    Run run =
        shell(
            environment,
            "mkdir -p \"$name\" && cp one.pcap \"$name.pcap\" && j read \"$name.pcap\""
                + " && j convert \"$name.pcap\" \"$name.pcapng\" && j read \"$name.pcapng\""
                + " && j merge -w \"$name/m.pcap\" \"$name.pcap\" && j read \"$name/m.pcap\""
                + " && j slice -c 1 \"$name.pcap\" \"$name/$name.pcap\" && ls \"$name\"/*1.pcap"
                + " && JPACKER_PLUGINS=\"$name\" j --plugins \"$name\" fields \"$name.pcap\" -e"
                + " udp.dstport && j info \"$name.pcap\" | head -n 1");
    assertEquals(0, run.status(), run::toString);
    assertEquals("", run.err(), run::toString);
    assertTrue(run.out().startsWith(LINE + LINE + LINE), run::toString);
    assertTrue(run.out().contains("gr\u00fc\u00dfe.pcap"), run::toString);
  }

  @Test
  void namesInMessagesAreUtf8InEveryLocale() throws Exception {
    Run run = shell(Map.of("LC_ALL", "C"), "j read \"$name\"");
    assertEquals(1, run.status());
    assertEquals("jpacker: gr\u00fc\u00dfe: no such file\n", run.err());
  }

  @Test
  void withoutTheLauncherTheWayOutIsSaid() throws Exception {
    Run run =
        shell(
            Map.of("LC_ALL", "C"),
            "\"${LAUNCHER%jpacker}java\" -m org.jpacker.cli/org.jpacker.cli.Main read \"$name\"");
    assertEquals(1, run.status(), run::toString);
    assertTrue(run.err().contains("not the name of a file"), run.err());
    assertTrue(run.err().contains("LC_ALL=C.UTF-8"), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void helpIsColouredOnTerminalsThatCanShowIt() throws Exception {
    assumeTrue(
        Run.of(folder, Map.of(), "sh", "-c", "command -v script").status() == 0,
        "there is no program script, which makes terminals");
    for (Map<String, String> plain :
        List.of(
            Map.of("TERM", "dumb"), Map.of("TERM", ""), Map.of("TERM", "xterm", "NO_COLOR", "1"))) {
      assertTrue(onTerminal(plain).indexOf('\u001b') < 0, plain::toString);
    }
    assertTrue(onTerminal(Map.of("TERM", "xterm")).indexOf('\u001b') >= 0);
  }

  private String onTerminal(Map<String, String> environment) throws Exception {
    Run run = Run.of(folder, environment, "script", "-qec", LAUNCHER + " read --help", "/dev/null");
    assertTrue(run.out().contains("Usage:"), run::toString);
    return run.out();
  }
}
