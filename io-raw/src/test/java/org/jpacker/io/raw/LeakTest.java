package org.jpacker.io.raw;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveOptions;
import org.jpacker.testkit.Footprint;
import org.jpacker.testkit.VirtualWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class LeakTest {
  private static final int CYCLES = Integer.getInteger("jpacker.live.cycles", 200);
  private static final LiveOptions SMALL = LiveOptions.DEFAULTS.bufferSize(1 << 18);

  @Test
  void openingAndClosingLeavesNothingBehind() throws Exception {
    try (VirtualWire wire = VirtualWire.silent()) {
      for (int i = 0; i < 100; i++) {
        cycle(wire, i);
      }
      Footprint before = Footprint.now();
      for (int i = 0; i < CYCLES; i++) {
        cycle(wire, i);
      }
      // a single sender's batch is a quarter of a MiB
      before.assertNothingLeft(32 << 10);
    }
  }

  private static void cycle(VirtualWire wire, int i) {
    RawSockets.open(wire.here(), SMALL).close();
    RawSockets.sender(wire.here()).close();
    RawSockets.ipSender().close();
    if (i % 10 == 0) {
      ProtocolRegistry registry = ProtocolRegistry.installed();
      List<LiveCapture> group = RawSockets.fanout(wire.here(), 2, Fanout.FLOW, SMALL, registry);
      group.forEach(LiveCapture::close);
      TunTap.tun("jptun%d", registry).close();
    }
    // a failed attempt to open must not leak either
    for (Runnable wrong :
        List.<Runnable>of(
            () -> RawSockets.open(wire.here(), SMALL.filter("nonsense")),
            () -> RawSockets.open("jpnone", SMALL),
            () -> TunTap.tun("lo", ProtocolRegistry.installed()))) {
      if (i % 10 == 0) {
        assertTrue(fails(wrong));
      }
    }
  }

  private static boolean fails(Runnable action) {
    try {
      action.run();
      return false;
    } catch (CaptureException e) {
      return true;
    }
  }
}
