package org.jpacker.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;

/**
 * Coverage-guided fuzzing of packets. The first octet selects the protocol that reads the others.
 * Without {@code -Pfuzz}, only stored inputs that once exposed a fault are run; their names
 * describe it.
 */
class PacketFuzzTest {
  private static final List<Start> STARTS = Start.all();

  @FuzzTest(maxDuration = "10m")
  void whatHoldsForEveryPacket(byte[] octets) {
    if (octets.length > 0) {
      Start start = STARTS.get((octets[0] & 0xff) % STARTS.size());
      start.check(Arrays.copyOfRange(octets, 1, octets.length));
    }
  }
}
