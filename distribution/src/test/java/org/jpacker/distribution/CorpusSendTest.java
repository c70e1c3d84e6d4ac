package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jpacker.api.Capture;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.live.PacketSender;
import org.jpacker.live.spi.LiveProvider;
import org.jpacker.testkit.VirtualWire;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Sent packets are received unchanged by tcpdump in another network namespace. */
class CorpusSendTest {
  private static final int ETHERNET = 14;
  private static final int MTU = 1500;
  private static final int FILE_HEADER = 24;
  private static final int RECORD_HEADER = 16;
  private static final int PATIENCE = 30;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> eachEthernetPacketThatFitsArrivesOctetForOctet() throws IOException {
    List<Corpus.Entry> captures = Corpus.captures();
    return LiveProvider.installed().stream()
        .map(engine -> DynamicTest.dynamicTest(engine.name(), () -> send(engine, captures)));
  }

  private void send(LiveProvider engine, List<Corpus.Entry> captures) throws Exception {
    engine.problem().ifPresent(Assumptions::abort);
    Path received = folder.resolve(engine.name() + ".pcap");
    try (VirtualWire wire = VirtualWire.silent()) {
      Process tcpdump = tcpdump(wire, received);
      try {
        await(() -> size(received) >= FILE_HEADER, "tcpdump did not start");
        long expected = FILE_HEADER;
        int count = 0;
        try (PacketSender sender = engine.sender(wire.here())) {
          for (Corpus.Entry entry : captures) {
            if (!entry.isReadable()) {
              continue;
            }
            try (Capture capture = Pcap.open(entry.path())) {
              for (Packet packet : capture) {
                if (fits(packet)) {
                  sender.write(packet);
                  expected += RECORD_HEADER + packet.length();
                  count++;
                }
              }
            }
          }
        }
        assertTrue(count > 10_000, "packets that fit: " + count);
        long all = expected;
        await(() -> size(received) >= all, "not all was received");
      } finally {
        tcpdump.destroy();
        tcpdump.waitFor();
      }
    }
    compare(captures, received);
  }

  private static Process tcpdump(VirtualWire wire, Path file) throws IOException {
    Path program = Path.of("/usr/bin/tcpdump");
    Assumptions.assumeTrue(Files.isExecutable(program), "tcpdump is not installed");
    return new ProcessBuilder(
            "ip",
            "netns",
            "exec",
            wire.namespace(),
            program.toString(),
            "-i",
            wire.there(),
            "-Q",
            "in",
            "-U",
            "-B",
            "65536",
            "-s",
            "0",
            "-Z",
            "root",
            "-w",
            file.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The kernel refuses packets shorter than their own header. */
  private static boolean fits(Packet packet) {
    return packet.linkType() == Link.ETHERNET
        && packet.length() >= ETHERNET
        && packet.length() <= MTU + ETHERNET;
  }

  private static void compare(List<Corpus.Entry> captures, Path received) {
    try (Capture there = Pcap.open(received)) {
      for (Corpus.Entry entry : captures) {
        if (!entry.isReadable()) {
          continue;
        }
        int number = 0;
        try (Capture capture = Pcap.open(entry.path())) {
          for (Packet packet : capture) {
            number++;
            if (!fits(packet)) {
              continue;
            }
            String where = entry + " " + number;
            Packet arrived = there.next();
            assertNotNull(arrived, where);
            if (!Arrays.equals(packet.toBytes(), arrived.toBytes())) {
              assertEquals(hex(packet), hex(arrived), where);
            }
          }
        }
      }
      assertNull(there.next(), "more than was sent");
    }
  }

  private static String hex(Packet packet) {
    return HexFormat.of().formatHex(packet.toBytes());
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  private static void await(BooleanSupplier condition, String otherwise)
      throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(PATIENCE), otherwise);
      Thread.sleep(50);
    }
  }
}
