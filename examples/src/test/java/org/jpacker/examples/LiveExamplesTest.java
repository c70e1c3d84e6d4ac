package org.jpacker.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.spi.LiveProvider;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;
import org.jpacker.testkit.VirtualWire;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that talk to a network do so over a virtual wire. */
class LiveExamplesTest {

  @BeforeEach
  void someBackEndIsUsable() {
    try {
      LiveProvider.usable();
    } catch (CaptureException e) {
      Assumptions.abort(e.getMessage());
    }
  }

  /** What {@code program} prints. */
  private static List<String> printed(Runnable program) {
    PrintStream before = System.out;
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    System.setOut(new PrintStream(text, true, StandardCharsets.UTF_8));
    try {
      program.run();
    } finally {
      System.setOut(before);
    }
    return text.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void echoesComeBack() {
    try (VirtualWire wire = VirtualWire.addressed()) {
      String host = wire.thereAddress();
      assertEquals(
          List.of(
              "echo 1 of " + host + " came back",
              "echo 2 of " + host + " came back",
              "echo 3 of " + host + " came back"),
          printed(() -> Ping.main(new String[] {wire.here(), host})));
    }
  }

  @Test
  void hostsAreFound() {
    try (VirtualWire wire = VirtualWire.addressed()) {
      assertEquals(
          List.of(wire.thereAddress() + " " + wire.thereMac()),
          printed(() -> ArpScan.main(new String[] {wire.here()})));
    }
  }

  @Test
  void openPortsAreFound() throws InterruptedException {
    try (VirtualWire wire = VirtualWire.addressed()) {
      Process server = wire.listen(8080);
      try {
        String[] words = {wire.here(), wire.thereMac(), wire.thereAddress(), "8000", "8100"};
        assertEquals(List.of("8080 is open"), printed(() -> TcpScan.main(words)));
      } finally {
        server.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void packetsAreSentElsewhere(@TempDir Path folder) {
    Path file = folder.resolve("written.pcap");
    WritePackets.main(new String[] {file.toString()});
    try (VirtualWire wire = VirtualWire.silent();
        LiveCapture capture =
            LiveProvider.usable()
                .open(wire.here(), LiveOptions.DEFAULTS.immediate(true).filter("udp"))) {
      String[] words = {file.toString(), wire.here(), "02:00:00:00:00:09", "192.0.2.9"};
      ReplayElsewhere.main(words);
      for (int i = 1; i <= 10; i++) {
        Packet packet = capture.next(Duration.ofSeconds(10));
        assertNotNull(packet, "packet " + i);
        assertEquals("192.0.2.9", packet.get(Ipv4.class).dst().toString());
        assertEquals(i, packet.get(Udp.class).dstPort());
        assertEquals(List.of(), packet.verify());
      }
    }
  }
}
