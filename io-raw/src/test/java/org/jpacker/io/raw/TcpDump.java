package org.jpacker.io.raw;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jpacker.api.Capture;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.testkit.VirtualWire;

/** An independent observer: tcpdump at the other end of a wire. */
final class TcpDump implements AutoCloseable {
  private static final int FILE_HEADER = 24;

  private final Path file;
  private final Process process;

  private TcpDump(Path file, Process process) {
    this.file = file;
    this.process = process;
  }

  /** Captures at the other end until {@code count} packets have passed the filter. */
  static TcpDump at(VirtualWire wire, int count, String filter)
      throws IOException, InterruptedException {
    try {
      new ProcessBuilder("tcpdump", "--version").start().waitFor();
    } catch (IOException e) {
      assumeTrue(false, "tcpdump is not there: " + e.getMessage());
    }
    Path file = Files.createTempFile("jpacker", ".pcap");
    List<String> command =
        new ArrayList<>(List.of("tcpdump", "-i", wire.there(), "-w", file.toString(), "-U"));
    command.addAll(List.of("-B", "16384", "-Z", "root", "-Q", "in", "-c", String.valueOf(count)));
    command.addAll(List.of(filter.split(" ")));
    TcpDump dump = new TcpDump(file, OtherEnd.start(wire, command));
    for (int i = 0; Files.size(file) < FILE_HEADER; i++) {
      assertTrue(i < 200 && dump.process.isAlive(), "tcpdump does not start");
      Thread.sleep(50);
    }
    return dump;
  }

  /** The octets of the packets, once all have arrived. */
  List<byte[]> packets() throws InterruptedException {
    process.waitFor(20, TimeUnit.SECONDS);
    List<byte[]> all = new ArrayList<>();
    try (Capture capture = Pcap.open(file)) {
      for (Packet packet : capture) {
        all.add(packet.toBytes());
      }
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    Files.delete(file);
  }
}
