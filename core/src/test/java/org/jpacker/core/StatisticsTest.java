package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import org.jpacker.api.Packet;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private final Statistics statistics = new Statistics();

  @Test
  void packetsAreCountedByStackAndRefusalsByReason() {
    Packet segment = Samples.segment();
    byte[] octets = segment.toBytes();
    statistics.add(Samples.read(octets));
    statistics.add(Samples.read(octets));
    statistics.add(Samples.read(Arrays.copyOf(octets, 57), octets.length, Packet.NO_TIME));
    StringBuilder out = new StringBuilder();
    statistics.append(out);
    assertEquals(
        """
        PROTOCOL             PACKETS  OCTETS
        frame                3        216
          wire               3        216
            net              3        216
              port           2        144
                data         2        144
              _ws.malformed  1        72

        MALFORMED  RULE    PACKETS
        port       header  1
        """,
        out.toString());
    assertEquals(Map.of(new Statistics.Refusal("port", "header"), 1L), statistics.refusals());
    assertEquals(3, statistics.all().packets());
    assertEquals("wire", statistics.all().above().get(0).name());
  }
}
