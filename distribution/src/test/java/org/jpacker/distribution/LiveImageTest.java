package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jpacker.api.Capture;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.live.spi.LiveProvider;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;
import org.jpacker.testkit.VirtualWire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the capturing and sending commands of the finished image over a virtual wire. */
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

  /** A command that runs alongside the test. */
  private final class Running {
    private final Path out;
    private final Path err;
    private final Process process;

    /** Starts a command with its treatment of SIGINT set by an option of {@code env}. */
    Running(Path place, String signal, String... words) throws IOException {
      out = place.resolve("out");
      err = place.resolve("err");
      List<String> command = new ArrayList<>(List.of("env", signal, LAUNCHER));
      command.addAll(List.of(words));
      process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
    }

    void awaitWord(String word) throws Exception {
      long start = System.nanoTime();
      while (!Files.readString(err).contains(word)) {
        assertTrue(process.isAlive(), Files.readString(err));
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(60), "no " + word);
        Thread.sleep(50);
      }
    }

    void signal(String name) throws IOException, InterruptedException {
      Run.of(folder, Map.of(), "kill", "-" + name, String.valueOf(process.pid())).fine();
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

  /** A capture that has started. */
  private Running capture(String... words) throws Exception {
    // an ignored signal would be inherited from whatever runs the tests
    return capture(folder, "--default-signal=INT", words);
  }

  private Running capture(Path place, String signal, String... words) throws Exception {
    Running capture = new Running(place, signal, with(List.of("capture"), words));
    capture.awaitWord("capturing on");
    return capture;
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
            Running capture = capture("--engine", engine, wire.here());
            send(wire, engine);
            capture.awaitLines(PACKETS);
            capture.signal("INT");
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
                capture("--engine", engine, "-w", written.toString(), "-c", "5", wire.here());
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

  /** Sends packets from the other end while it is open. */
  private final class Talk implements AutoCloseable {
    private final Process process;

    Talk(VirtualWire wire, int packetsPerSecond) throws Exception {
      process =
          new ProcessBuilder(
                  "ip",
                  "netns",
                  "exec",
                  wire.namespace(),
                  LAUNCHER,
                  "send",
                  "--loop",
                  "0",
                  "--pps",
                  String.valueOf(packetsPerSecond),
                  "--progress",
                  file.toString(),
                  wire.there())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("talk").toFile())
              .start();
      while (!Files.readString(folder.resolve("talk")).contains("sent so far: ")) {
        assertTrue(process.isAlive(), Files.readString(folder.resolve("talk")));
        Thread.sleep(50);
      }
    }

    @Override
    public void close() {
      process.destroy();
    }
  }

  private static long packets(Path capture) {
    long count = 0;
    try (Capture written = Pcap.open(capture)) {
      while (written.next() != null) {
        count++;
      }
    }
    return count;
  }

  @TestFactory
  Stream<DynamicTest> signalLeavesAWholeFileOrNoneAndTheCountsAreThoseOfTheFile() {
    return forEachEngine(
        engine -> {
          try (VirtualWire wire = VirtualWire.silent();
              Talk talk = new Talk(wire, 2000)) {
            for (String signal : List.of("INT", "TERM", "HUP")) {
              endSixTimes(wire, engine, signal);
            }
            assertTrue(talk.process.isAlive(), Files.readString(folder.resolve("talk")));
          }
        });
  }

  /** Ends six captures at different times, some before they have started. */
  private void endSixTimes(VirtualWire wire, String engine, String signal) throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 6; i++) {
      Path place = Files.createDirectory(folder.resolve(engine + signal + i));
      Path inside = Files.createDirectory(place.resolve("files"));
      Path written = inside.resolve(i % 2 == 0 ? "x.pcap" : "x.pcapng.gz");
      List<String> command = List.of("capture", "--engine", engine, wire.here(), "-w");
      Running capture =
          new Running(place, "--default-signal=INT,TERM,HUP", with(command, written.toString()));
      if (i % 3 > 0) {
        capture.awaitWord("capturing on");
      }
      Thread.sleep(random.nextInt(700));
      capture.signal(signal);
      assertTrue(capture.process.waitFor(60, TimeUnit.SECONDS), "still running");
      String said = engine + " " + signal + " " + i + ", seed " + seed + ": ";
      said += Files.readString(capture.err);
      Matcher counts =
          Pattern.compile("(\\d+) packets? captured, (\\d+) received by the filter, 0 dropped")
              .matcher(said);
      boolean isCounted = counts.find();
      try (Stream<Path> left = Files.list(inside)) {
        assertEquals(isCounted ? List.of(written) : List.of(), left.toList(), said);
      }
      if (isCounted) {
        assertEquals(0, capture.process.exitValue(), said);
        assertEquals(counts.group(1), String.valueOf(packets(written)), said);
        assertEquals(counts.group(1), counts.group(2), said);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> durationWritesWhatWasReceivedInIt() {
    return forEachEngine(
        engine -> {
          try (VirtualWire wire = VirtualWire.silent();
              Talk talk = new Talk(wire, 2000)) {
            Path written = folder.resolve(engine + ".pcap");
            Running capture =
                capture(
                    "--engine", engine, "--duration", "2s", "-w", written.toString(), wire.here());
            capture.ended();
            assertTrue(talk.process.isAlive(), Files.readString(folder.resolve("talk")));
            long count = packets(written);
            assertTrue(count > 0, "nothing was captured");
            String said = Files.readString(capture.err);
            assertTrue(
                said.contains(
                    count + " packets captured, " + count + " received by the filter, 0 dropped"),
                said);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> interruptEndsWhatWasStartedToIgnoreIt() {
    return forEachEngine(
        engine -> {
          try (VirtualWire wire = VirtualWire.silent()) {
            Running capture =
                capture(folder, "--ignore-signal=INT", "--engine", engine, wire.here());
            capture.signal("INT");
            capture.ended();
            List<String> sending = List.of("send", "--engine", engine, "--loop", "0");
            Running send =
                new Running(
                    folder,
                    "--ignore-signal=INT",
                    with(sending, "--pps", "20", "--progress", file.toString(), wire.here()));
            send.awaitWord("sent so far: ");
            send.signal("INT");
            send.ended();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> hangUpThatIsIgnoredStaysSo() {
    return forEachEngine(
        engine -> {
          try (VirtualWire wire = VirtualWire.silent()) {
            Running capture =
                capture(folder, "--ignore-signal=HUP", "--engine", engine, wire.here());
            capture.signal("HUP");
            send(wire, engine, "--topspeed");
            capture.awaitLines(PACKETS);
            capture.signal("TERM");
            capture.ended();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> countsAreToldAndTheFileIsFlushedAtASignalWhileTheCaptureGoesOn() {
    return forEachEngine(
        engine -> {
          try (VirtualWire wire = VirtualWire.silent();
              // frequent enough that the capture is never idle, rare enough that no buffer fills up
              Talk talk = new Talk(wire, 25)) {
            Path written = folder.resolve(engine + ".pcap");
            Running capture = capture("--engine", engine, "-w", written.toString(), wire.here());
            capture.signal("USR1");
            capture.awaitWord(" captured, ");
            long start = System.nanoTime();
            while (Files.size(written) < 100) {
              // repeated, since the first may arrive before the first packet
              capture.signal("USR2");
              assertTrue(capture.process.isAlive(), Files.readString(capture.err));
              assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(60), "no flush");
              Thread.sleep(50);
            }
            assertTrue(talk.process.isAlive(), Files.readString(folder.resolve("talk")));
            capture.signal("TERM");
            capture.ended();
            List<String> said = Files.readAllLines(capture.err);
            assertEquals(3, said.size(), said::toString);
            assertTrue(
                said.get(1).matches("\\d+ packets? captured, \\d+ received .*"), said.get(1));
            assertTrue(
                said.get(2).startsWith(packets(written) + " packets captured, "), said.get(2));
          }
        });
  }

  @Test
  void userSignalEndsOtherCommandsButNeverCrashesTheVirtualMachine() throws Exception {
    Path place = Files.createDirectory(folder.resolve("reading"));
    Path pipe = place.resolve("pipe");
    Run.of(folder, Map.of(), "mkfifo", pipe.toString()).fine();
    Running read = new Running(place, "--default-signal=INT", "read", pipe.toString());
    try (OutputStream writer = Files.newOutputStream(pipe)) {
      writer.write(0);
      read.signal("USR2");
      assertTrue(read.process.waitFor(60, TimeUnit.SECONDS), "still running");
    }
    assertEquals(128 + 12, read.process.exitValue(), Files.readString(read.err));
    assertEquals("", Files.readString(read.out) + Files.readString(read.err));
  }

  @TestFactory
  Stream<DynamicTest> longGapIsToldOfAndCanBeBounded() {
    return forEachEngine(
        engine -> {
          Path apart = folder.resolve("apart.pcap");
          try (PacketWriter writer = Pcap.create(apart)) {
            byte[] octets = new byte[60];
            Link link = Link.of(Link.ETHERNET, 0, ProtocolRegistry.of());
            for (long seconds : new long[] {0, 65_536}) {
              long nanos = (1_700_000_000L + seconds) * 1_000_000_000L;
              writer.write(new Packet(octets, 0, 60, 60, nanos, link));
            }
          }
          try (VirtualWire wire = VirtualWire.silent()) {
            List<String> send = List.of("send", "--engine", engine, apart.toString(), wire.here());
            Running waiting = new Running(folder, "--default-signal=INT", with(send, "--progress"));
            waiting.awaitWord("sent so far: 1 packet, 60 octets; packet 2 is due in 655");
            waiting.signal("USR1");
            waiting.signal("INT");
            waiting.ended();
            assertTrue(
                Files.readString(waiting.err).endsWith("\nsent 1 packet, 60 octets\n"),
                Files.readString(waiting.err));
            Running bounded =
                new Running(folder, "--default-signal=INT", with(send, "--max-gap=200ms"));
            bounded.ended();
            String said = Files.readString(bounded.err);
            assertTrue(said.startsWith("sent 2 packets, 120 octets in 0."), said);
          }
        });
  }

  private static String[] with(List<String> command, String... words) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(words));
    return all.toArray(String[]::new);
  }

  /** The rate excludes the start of the program and the gap after the last packet. */
  @Test
  void rateIsThatOfTheWire() throws Exception {
    try (VirtualWire wire = VirtualWire.silent()) {
      String said = "";
      // the machine may be busy
      for (int i = 0; i < 5 && !said.contains(" (4 packets/s, 0.002 Mbit/s)"); i++) {
        said =
            Run.of(folder, Map.of(), LAUNCHER, "send", "--pps", "4", file.toString(), wire.here())
                .err();
      }
      assertTrue(
          said.matches("sent 5 packets, 245 octets in 1\\.\\d+ s \\(4 packets/s, .*\n"), said);
    }
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
        engine.err().startsWith("jpacker: back end none: not installed; installed: pcap, raw"),
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
      // without the capability, but with access to the folder of the image
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
