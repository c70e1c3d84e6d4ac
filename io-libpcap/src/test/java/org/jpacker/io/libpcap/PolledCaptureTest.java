package org.jpacker.io.libpcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.PacketSender;
import org.jpacker.testkit.VirtualWire;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.pcap4j.core.PcapHandle;

/**
 * Tests the polling for versions of libpcap whose waits cannot be interrupted, with one whose waits
 * can.
 */
class PolledCaptureTest {

  @Test
  void packetsAreFoundAndStopsAreHeeded() throws Exception {
    new PcapProvider().problem().ifPresent(Assumptions::abort);
    try (VirtualWire wire = VirtualWire.silent();
        PacketSender sender = Live.sender(wire.here())) {
      PcapHandle handle = Libpcap.open(wire.here(), LiveOptions.DEFAULTS.immediate(true));
      handle.setBlockingMode(PcapHandle.BlockingMode.NONBLOCKING);
      Link link = Link.of(Link.ETHERNET, 0, ProtocolRegistry.installed());
      try (LiveCapture capture = new PcapCapture(wire.here(), handle, link, true)) {
        assertNull(capture.next(Duration.ofMillis(20)));
        sender.write(Packet.of(Link.ETHERNET, Raw.of(new byte[60])));
        assertEquals(60, capture.next(Duration.ofSeconds(10)).length());
        Thread reader = new Thread(capture::next);
        reader.start();
        Thread.sleep(100);
        capture.stop();
        reader.join(10_000);
        assertFalse(reader.isAlive());
      }
    }
  }
}
