package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final double SECOND = 1e9;
  private static final Link LINK = Link.of(Link.ETHERNET, 0, ProtocolRegistry.of());

  private static Packet at(long nanos) {
    return new Packet(new byte[125], 0, 125, 125, nanos, LINK);
  }

  @Test
  void packetsAreDueInEqualSteps() {
    Pace pace = Pace.packetsPerSecond(4);
    for (int i = 0; i < 10; i++) {
      assertEquals(i * SECOND / 4, pace.due(at(0), i * SECOND / 4));
    }
  }

  @Test
  void bitsOfThePacketBeforeAreWaitedFor() {
    Pace pace = Pace.bitsPerSecond(2000);
    assertEquals(0, pace.due(at(0), 0));
    assertEquals(SECOND / 2, pace.due(at(0), 0));
    assertEquals(SECOND, pace.due(at(0), 0));
  }

  @Test
  void whoIsFarBehindDoesNotMakeUpForAll() {
    Pace pace = Pace.packetsPerSecond(1000);
    pace.due(at(0), 0);
    assertEquals(9.9 * SECOND, pace.due(at(0), 10 * SECOND));
    assertEquals(9.901 * SECOND, pace.due(at(0), 10 * SECOND));
  }

  @Test
  void timeStampsCountFromTheFirst() {
    Pace pace = Pace.asCaptured(2);
    long first = 1_700_000_000_123_456_789L;
    assertEquals(5, pace.due(at(first), 5));
    assertEquals(5 + SECOND, pace.due(at(first + 2_000_000_000L), 10));
    assertEquals(7 * SECOND, pace.due(at(first + 4_000_000_000L), 7 * SECOND), "late already");
    assertEquals(8 * SECOND, pace.due(at(first - 9_000_000_000L), 8 * SECOND), "out of order");
    assertEquals(8 * SECOND, pace.due(at(Packet.NO_TIME), 8 * SECOND), "without time");
    pace.again();
    assertEquals(9 * SECOND, pace.due(at(first), 9 * SECOND));
    assertEquals(10 * SECOND, pace.due(at(first + 2_000_000_000L), 9 * SECOND));
  }

  @Test
  void waitEndsWhenItIsToldTo() {
    Pace pace = Pace.asCaptured(1);
    assertTrue(pace.await(at(0), () -> true));
    assertFalse(pace.await(at(Long.MAX_VALUE / 2), () -> false));
    assertFalse(Pace.unlimited().await(at(0), () -> false));
  }

  @Test
  void paceIsAboveZero() {
    for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> Pace.packetsPerSecond(wrong));
    }
  }
}
