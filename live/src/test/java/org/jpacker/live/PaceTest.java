package org.jpacker.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  void paceInBitsWaitsForThePreviousPacket() {
    Pace pace = Pace.bitsPerSecond(2000);
    assertEquals(0, pace.due(at(0), 0));
    assertEquals(SECOND / 2, pace.due(at(0), 0));
    assertEquals(SECOND, pace.due(at(0), 0));
  }

  @Test
  void longDelayIsNotMadeUpForCompletely() {
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
  void longGapsAreCutAndShortOnesKept() {
    Pace pace = Pace.asCaptured(2).withGapsUpTo(Duration.ofMillis(1500));
    long first = 1_700_000_000_000_000_000L;
    long hour = 3_600_000_000_000L;
    assertEquals(0, pace.due(at(first), 0));
    assertEquals(1.0 * SECOND, pace.due(at(first + 2_000_000_000L), 0), "1 s, not too long");
    assertEquals(2.5 * SECOND, pace.due(at(first + hour), 1.0 * SECOND), "half an hour, cut");
    assertEquals(2.5 * SECOND, pace.due(at(first), 2.5 * SECOND), "out of order");
    assertEquals(3.0 * SECOND, pace.due(at(first + hour + 1_000_000_000L), 2.5 * SECOND));
    assertEquals(4.5 * SECOND, pace.due(at(first + 3 * hour), 3.0 * SECOND));
    pace.again();
    assertEquals(9.0 * SECOND, pace.due(at(first), 9.0 * SECOND));
    assertEquals(10.5 * SECOND, pace.due(at(first + hour), 9.0 * SECOND));
  }

  @Test
  void remainingTimeIsReportedDuringAWait() {
    List<Long> told = new ArrayList<>();
    Pace pace = Pace.asCaptured(1);
    pace.await(at(0), left -> told.add(left));
    assertEquals(List.of(0L), told);
    told.clear();
    long hour = 3_600_000_000_000L;
    pace.await(
        at(hour),
        left -> {
          told.add(left);
          return false;
        });
    assertEquals(1, told.size());
    assertTrue(told.get(0) > 0 && told.get(0) <= hour, told::toString);
  }

  @Test
  void waitEndsWhenThePredicateReturnsFalse() {
    Pace pace = Pace.asCaptured(1);
    assertTrue(pace.await(at(0), left -> true));
    assertFalse(pace.await(at(Long.MAX_VALUE / 2), left -> false));
    assertFalse(Pace.unlimited().await(at(0), left -> false));
  }

  @Test
  void paceMustBePositive() {
    for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> Pace.packetsPerSecond(wrong));
    }
  }
}
