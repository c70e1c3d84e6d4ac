package org.jpacker.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;

/**
 * Packets that coverage leads to: the first octet says which protocol reads the others. Without
 * {@code -Pfuzz} only the inputs run that once showed something; their names say what.
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
