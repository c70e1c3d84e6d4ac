package org.jpacker.proto.ip;

import static org.jpacker.proto.ip.Fragments.RAW_IP;
import static org.jpacker.proto.ip.Fragments.REGISTRY;
import static org.jpacker.proto.ip.Fragments.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jpacker.api.Packet;
import org.jpacker.proto.ip.Defragmenter.Bounds;
import org.jpacker.proto.ip.Defragmenter.Overlap;
import org.junit.jupiter.api.Test;

/** Floods of fragments that never become whole. */
class DefragmenterFloodTest {
  private static final int FLOOD = 1_000_000;

  /**
   * The bound holds for what the virtual machine has in use, and the last of a million fragments
   * costs what the first did.
   */
  @Test
  void floodOfFirstFragmentsStaysInsideTheBound() {
    Bounds bounds = new Bounds(4 << 20, Duration.ofSeconds(30));
    Defragmenter bounded = new Defragmenter(bounds, Overlap.REFUSE);
    byte[] octets = part(0, 0, true, "abcdefgh").toBytes();
    flood(bounded, octets, 0, FLOOD / 10);
    long inUse = inUse();
    long early = flood(bounded, octets, FLOOD / 10, FLOOD / 5);
    flood(bounded, octets, FLOOD / 5, FLOOD - FLOOD / 10);
    long late = flood(bounded, octets, FLOOD - FLOOD / 10, FLOOD);
    Defragmenter.Counts counts = bounded.counts();
    assertEquals(FLOOD, counts.fragments());
    assertEquals(FLOOD, counts.evicted() + counts.pending());
    assertTrue(counts.pending() > 100, counts.toString());
    assertTrue(late < early * 1.2, early + " octets allocated early, " + late + " late");
    long grown = inUse() - inUse;
    assertTrue(grown < bounds.octets(), grown + " octets more in use");
    long held = inUse();
    bounded = null;
    held -= inUse();
    assertTrue(held < 2 * bounds.octets(), held + " octets in use for " + counts);
  }

  /** Sends first fragments, each from another source; returns the octets that were allocated. */
  private static long flood(Defragmenter defragmenter, byte[] octets, int from, int to) {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int i = from; i < to; i++) {
      byte[] next = octets.clone();
      for (int j = 0; j < 4; j++) {
        next[12 + j] = (byte) (i >>> 8 * j);
      }
      defragmenter.accept(Packet.read(next, RAW_IP, REGISTRY));
      assertTrue(defragmenter.counts().octets() <= 4 << 20);
    }
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }

  private static long inUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** A datagram of many small pieces: what each piece costs is counted too. */
  @Test
  void floodOfPiecesStaysInsideTheBound() {
    Bounds bounds = new Bounds(1 << 20, Duration.ofSeconds(30));
    Defragmenter bounded = new Defragmenter(bounds, Overlap.REFUSE);
    for (int id = 0; id < 40; id++) {
      for (int units = 8000; units > 0; units -= 2) {
        bounded.accept(part(id, units, true, "a"));
        assertTrue(bounded.counts().octets() <= bounds.octets(), bounded.counts().toString());
      }
    }
    assertTrue(bounded.counts().evicted() > 0, bounded.counts().toString());
  }
}
