package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jpacker.api.Capture;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.api.spi.LiveProvider;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;
import org.jpacker.testkit.VirtualWire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The commands that capture and send, in the finished image, over a virtual wire. */
class LiveImageTest {
  private static final String LAUNCHER =
      Path.of(System.getProperty("jpacker.image"), "bin/jpacker").toString();
  private static final int PACKETS = 5;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeFile() {
    file = folder.resolve("sent.pcap");
    try (PacketWriter writer = Pcap.create(file)) {
      for (int i = 1; i <= PACKETS; i++) {
        Udp udp = new Udp().srcPort(1000 + i).dstPort(9);
        udp.payload("hello " + i);
        writer.write(
            Packet.of(
                new Ethernet().src("02:00:00:00:00:01").dst("02:00:00:00:00:02"),
                new Ipv4().src("192.0.2.1").dst("192.0.2.2"),
                udp));
      }
    }
  }

  /** A capture that runs beside the test. */
  private final class Running {
    private final Path out = folder.resolve("out");
    private final Path err = folder.resolve("err");
    private final Process process;

    Running(String... words) throws Exception {
      // a signal that whoever runs the tests ignores would be ignored by all that they start
      List<String> command =
          new ArrayList<>(List.of("env", "--default-signal=INT", LAUNCHER, "capture"));
      command.addAll(List.of(words));
      process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      long start = System.nanoTime();
      while (!Files.readString(err).contains("capturing on")) {
        assertTrue(process.isAlive(), Files.readString(err));
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(60), "it does not start");
        Thread.sleep(50);
      }
    }

    void interrupt() throws IOException, InterruptedException {
      Run.of(folder, Map.of(), "kill", "-INT", String.valueOf(process.pid())).fine();
    }

    void awaitLines(long count) throws Exception {
      long start = System.nanoTime();
      while (Files.readString(out).lines().count() < count) {
        assertTrue(
            System.nanoTime() - start < TimeUnit.SECONDS.toNanos(60),
            Files.readString(out) + Files.readString(err));
        Thread.sleep(50);
      }
    }

    void ended() throws Exception {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
      assertEquals(0, process.exitValue(), Files.readString(err));
    }
  }

  private Stream<DynamicTest> forEachEngine(Body body) {
    List<LiveProvider> engines = LiveProvider.installed();
    assertTrue(!engines.isEmpty(), "the image has no back end");
    return engines.stream()
        .filter(engine -> engine.problem().isEmpty())
        .map(engine -> DynamicTest.dynamicTest(engine.name(), () -> body.run(engine.name())));
  }

  private interface Body {
    void run(String engine) throws Exception;
  }

  private void send(VirtualWire wire, String engine, String... options) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER, "send", "--engine", engine));
    command.addAll(List.of(options));
    command.addAll(List.of(file.toString(), wire.there()));
    String said = wire.inside(command.toArray(String[]::new));
    assertTrue(said.startsWith("sent " + PACKETS + " packets, 245 octets in "), said);
  }

  @TestFactory
  Stream<DynamicTest> eachPacketIsShownWhenItComesUntilCtrlC() {
    return forEachEngine(
        engine -> {
          try (VirtualWire wire = VirtualWire.silent()) {
            Running capture = new Running("--engine", engine, wire.here());
            send(wire, engine);
            capture.awaitLines(PACKETS);
            capture.interrupt();
            capture.ended();
            List<String> lines = Files.readAllLines(capture.out);
            assertTrue(
                lines.get(4).matches("5 \\S+ 192.0.2.1:1005 > 192.0.2.2:9 udp 49 len=7"),
                lines.get(4));
            assertTrue(
                Files.readString(capture.err).contains("\n5 packets captured, 5 received"),
                Files.readString(capture.err));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> whatIsCapturedIsWritten() {
    return forEachEngine(
        engine -> {
          try (VirtualWire wire = VirtualWire.silent()) {
            Path written = folder.resolve(engine + ".pcap");
            Running capture =
                new Running("--engine", engine, "-w", written.toString(), "-c", "5", wire.here());
            send(wire, engine, "--topspeed");
            capture.ended();
            int number = 0;
            try (Capture seen = Pcap.open(written);
                Capture sent = Pcap.open(file)) {
              for (Packet packet : seen) {
                number++;
                assertEquals(sent.next(), packet);
              }
            }
            assertEquals(PACKETS, number);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> loopbackShowsEachPacketOnce() {
    return forEachEngine(
        engine -> {
          try (VirtualWire wire = VirtualWire.silent()) {
            Path out = folder.resolve(engine + ".txt");
            Process capture =
                new ProcessBuilder(
                        "ip",
                        "netns",
                        "exec",
                        wire.namespace(),
                        LAUNCHER,
                        "capture",
                        "--engine",
                        engine,
                        "lo",
                        "-f",
                        "udp",
                        "--duration",
                        "4s")
                    .redirectOutput(out.toFile())
                    .redirectError(folder.resolve("err").toFile())
                    .start();
            while (!Files.readString(folder.resolve("err")).contains("capturing on")) {
              assertTrue(capture.isAlive(), Files.readString(folder.resolve("err")));
              Thread.sleep(50);
            }
            wire.inside(
                "sh", "-c", LAUNCHER + " send --topspeed --engine " + engine + " " + file + " lo");
            assertEquals(0, capture.waitFor());
            assertEquals(PACKETS, Files.readAllLines(out).size(), Files.readString(out));
          }
        });
  }

  @Test
  void interfacesAreListed() throws Exception {
    try (VirtualWire wire = VirtualWire.addressed()) {
      Run run = Run.of(folder, Map.of(), LAUNCHER, "interfaces").fine();
      String line =
          run.out().lines().filter(l -> l.startsWith(wire.here())).findFirst().orElseThrow();
      assertTrue(line.contains(" up running "), line);
      assertTrue(line.contains(" 1 (eth)"), line);
      assertTrue(line.contains(wire.hereMac()), line);
      assertTrue(line.contains(wire.hereAddress() + "/24"), line);
    }
  }

  @Test
  void whatIsMissingIsSaidInOneLineWithTheWayOut() throws Exception {
    Run library =
        Run.of(
            folder,
            Map.of("JPACKER_OPTS", "-Dorg.pcap4j.core.pcapLibName=missing"),
            LAUNCHER,
            "interfaces",
            "--engine",
            "pcap");
    assertEquals(1, library.status());
    assertEquals(
        "jpacker: back end pcap: libpcap was not found: install it (Debian and Ubuntu: apt install"
            + " libpcap0.8, Fedora: dnf install libpcap, Alpine: apk add libpcap)\n",
        library.err());
    Run engine = Run.of(folder, Map.of(), LAUNCHER, "capture", "--engine", "none", "lo");
    assertEquals(1, engine.status());
    assertTrue(
        engine.err().startsWith("jpacker: back end none: there is none, but pcap, raw"),
        engine.err());
    try (VirtualWire wire = VirtualWire.silent()) {
      Run none = Run.of(folder, Map.of(), LAUNCHER, "capture", "jpnone");
      assertEquals(1, none.status());
      assertTrue(
          none.err().startsWith("jpacker: jpnone: no such interface; there are "), none.err());
      assertTrue(none.err().contains(wire.here()), none.err());
      Run filter = Run.of(folder, Map.of(), LAUNCHER, "capture", wire.here(), "-f", "udp prt 53");
      assertEquals(1, filter.status());
      assertTrue(filter.err().contains("syntax error"), filter.err());
      assertEquals(1, filter.err().lines().count(), filter.err());
      // without the capability, but still as one who may enter the folder of the image
      Run denied =
          Run.of(
              folder,
              Map.of(),
              "setpriv",
              "--bounding-set=-net_raw,-net_admin",
              "--inh-caps=-net_raw,-net_admin",
              LAUNCHER,
              "capture",
              wire.here());
      assertEquals(1, denied.status());
      assertTrue(denied.err().contains("permission denied"), denied.err());
      assertTrue(denied.err().contains("CAP_NET_RAW"), denied.err());
      assertEquals(1, denied.err().lines().count(), denied.err());
    }
  }

  @Test
  void dryRunSendsNothingAndTellsWhatItWould() throws Exception {
    Run run = Run.of(folder, Map.of(), LAUNCHER, "send", "--dry-run", file.toString(), "jpnone");
    assertEquals(0, run.status());
    assertEquals("would send 5 packets, 245 octets, the largest has 49 octets\n", run.err());
  }
}
