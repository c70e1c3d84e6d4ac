package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.jpacker.api.Header;
import org.jpacker.api.Packet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv6;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.Test;

/**
 * If not all covered octets were captured, a new checksum is computed from its old value (RFC 1624)
 * and equals that of the complete packet.
 */
class IncrementalChecksumTest {
  private static final long SEED = Long.getLong("jpacker.seed", 20_260_101L);
  private static final int ROUNDS = 2000;

  @Test
  void incrementalChecksumIsTheFullOne() {
    Random random = new Random(SEED);
    CraftedPackets crafted = new CraftedPackets(random);
    int compared = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] whole = crafted.next().toBytes();
      Packet full = Packet.read(whole);
      Header transport = transport(full);
      if (transport == null) {
        continue;
      }
      int least = full.offsetOf(transport) + transport.headerSize();
      if (least == whole.length) {
        continue;
      }
      Packet cut = Packet.read(Arrays.copyOf(whole, least + random.nextInt(whole.length - least)));
      change(full, round);
      change(cut, round);
      assertEquals(
          transport(full).value(checksum(full)),
          transport(cut).value(checksum(cut)),
          "seed " + SEED + ", round " + round + " " + full);
      compared++;
    }
    assertTrue(compared > ROUNDS / 3, compared + " compared");
  }

  private static String checksum(Packet packet) {
    return transport(packet).protocol().name() + ".checksum";
  }

  private static Header transport(Packet packet) {
    Tcp tcp = packet.get(Tcp.class);
    return tcp != null ? tcp : packet.get(Udp.class);
  }

  /** Changes fields of the pseudo-header and of the header itself. */
  private static void change(Packet packet, int round) {
    packet.find(Ipv4.class).ifPresent(ip -> ip.src("10.1.2.3"));
    packet.find(Ipv6.class).ifPresent(ip -> ip.dst("2001:db8::" + Integer.toHexString(round)));
    packet.find(Udp.class).ifPresent(udp -> udp.srcPort(round));
    packet.find(Tcp.class).ifPresent(tcp -> tcp.seq(round).syn(!tcp.syn()));
  }
}
