package org.jpacker.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.Pcap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** All modes of a walk, and the walk by hand, produce the same totals. */
class WalkTest {
  private static final int ROUNDS = 500;

  @TempDir private Path folder;

  private long octets;

  @ParameterizedTest
  @FieldSource("org.jpacker.benchmarks.Walk#MODES")
  void everyModeComesToTheSameTotals(String mode) throws Exception {
    verify(Walk.pass(mode, mix()).call());
  }

  @Test
  void byHandComesToTheSameTotals() throws Exception {
    MemoryCapture capture = MemoryCapture.of(Files.readAllBytes(mix()));
    verify(ByHand.loop(capture));
    verify(ByHand.objects(capture));
  }

  /** The file ends with the packet, so that reading beyond it fails. */
  @Test
  void byHandGoesAsFarAsThePacketDoes() throws Exception {
    byte[] whole = SamplePackets.tagged();
    MemoryCapture capture = MemoryCapture.of(Files.readAllBytes(file(List.of(whole))));
    for (Totals totals : List.of(ByHand.loop(capture), ByHand.objects(capture))) {
      assertEquals(41_000, totals.ports);
      assertEquals(64, totals.ttl);
    }
    for (int length = 0; length < whole.length; length++) {
      Path file = file(List.of(Arrays.copyOf(whole, length)));
      MemoryCapture cut = MemoryCapture.of(Files.readAllBytes(file));
      for (Totals totals : List.of(ByHand.loop(cut), ByHand.objects(cut))) {
        assertEquals(1, totals.packets);
        assertEquals(length, totals.bytes);
        assertEquals(0, totals.ports);
      }
    }
  }

  private Path mix() throws IOException {
    List<byte[]> packets = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      packets.addAll(List.of(SamplePackets.mix()));
    }
    octets = packets.stream().mapToLong(packet -> packet.length).sum();
    return file(packets);
  }

  private Path file(List<byte[]> packets) throws IOException {
    Path file = folder.resolve("walk.pcap");
    Files.deleteIfExists(file);
    try (PacketWriter writer = Pcap.create(file)) {
      packets.forEach(packet -> writer.write(Packet.read(packet)));
    }
    return file;
  }

  private void verify(Totals totals) {
    // 14 TCP over IPv4, 4 UDP over IPv4, 1 UDP with a VLAN tag, 1 TCP over IPv6
    assertEquals(20 * ROUNDS, totals.packets);
    assertEquals(octets, totals.bytes);
    assertEquals(ROUNDS * (18 * 80_003L + 41_000 + 40_001), totals.ports);
    assertEquals(ROUNDS * 19 * 64, totals.ttl);
    assertEquals(ROUNDS * 14 * 10, totals.tcpPayload);
  }

  @Test
  void lineIsThatOfTheYardsticks() {
    Totals totals = new Totals();
    totals.packets = 2;
    String line = totals.line("jpacker-mem", new double[] {9, 30, 20, 10});
    assertTrue(line.startsWith("jpacker-mem packets=2 bytes=0 ports=0 ttl=0 tcppay=0 "), line);
    assertTrue(line.endsWith(" best=5.00 median=10.00 ns/packet"), line);
  }
}
