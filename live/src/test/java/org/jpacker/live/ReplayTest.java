package org.jpacker.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final int MOST = 1500;

  private final List<Integer> sent = new ArrayList<>();

  /** An interface that takes packets of at most 1500 octets. */
  private final PacketSender sender =
      new PacketSender() {
        @Override
        public int linkType() {
          return Link.ETHERNET;
        }

        @Override
        public void write(Packet packet) {
          if (packet.length() > MOST) {
            throw new CaptureException("here", -1, "too large", null);
          }
          sent.add(packet.length());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private static Packet packet(int size) {
    Link link = Link.of(Link.ETHERNET, 0, ProtocolRegistry.of());
    return new Packet(new byte[size], 0, size, size, Packet.NO_TIME, link);
  }

  @Test
  void seriesIsSentAsOftenAsAskedFor() {
    Replay replay = new Replay(sender, Pace.unlimited());
    replay.repeat(3, () -> List.of(60, 100).forEach(size -> replay.send(packet(size))));
    assertEquals(List.of(60, 100, 60, 100, 60, 100), sent);
    Replay.Counts counts = replay.counts();
    assertEquals(6, counts.packets());
    assertEquals(480, counts.octets());
    assertEquals(100, counts.largest());
    assertEquals(0, counts.refused());
  }

  @Test
  void seriesWithoutPacketsIsNotRepeatedForever() {
    int[] runs = new int[1];
    new Replay(sender, Pace.unlimited()).repeat(0, () -> runs[0]++);
    assertEquals(1, runs[0]);
  }

  @Test
  void refusedPacketsAreCountedIfThatIsAskedFor() {
    Replay strict = new Replay(sender, Pace.unlimited());
    assertThrows(CaptureException.class, () -> strict.send(packet(MOST + 1)));
    Replay replay = new Replay(sender, Pace.unlimited()).skippingRefused();
    assertTrue(replay.send(packet(MOST + 1)));
    assertTrue(replay.send(packet(MOST)));
    assertEquals(new Replay.Counts(1, MOST, MOST, 1, 0, 0, 0), replay.counts());
  }

  @Test
  void stoppedReplaySendsNothingMore() {
    Replay replay = new Replay(sender, Pace.packetsPerSecond(0.001));
    List<Long> waits = new ArrayList<>();
    replay.whileWaiting(
        left -> {
          waits.add(left);
          if (left > 0) {
            replay.stop();
          }
        });
    assertTrue(replay.send(packet(60)));
    assertFalse(replay.send(packet(60)));
    replay.repeat(0, () -> replay.send(packet(60)));
    assertEquals(List.of(60), sent);
    assertEquals(2, waits.size());
    assertEquals(0, waits.get(0));
    assertTrue(waits.get(1) > 900e9, waits::toString);
  }

  @Test
  void ratesLeaveTheLastPacketOut() {
    Replay replay = new Replay(sender, Pace.packetsPerSecond(100));
    for (int i = 0; i < 3; i++) {
      replay.send(packet(125));
    }
    Replay.Counts counts = replay.counts();
    assertEquals(2, counts.packetsPerSecond() * counts.seconds(), 1e-9);
    assertEquals(2000, counts.bitsPerSecond() * counts.seconds(), 1e-6);
  }
}
