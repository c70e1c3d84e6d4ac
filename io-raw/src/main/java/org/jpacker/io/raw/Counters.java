package org.jpacker.io.raw;

import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel counts of a packet socket and its interface. */
final class Counters {
  private static final int PACKET_STATISTICS = 6;

  // struct tpacket_stats_v3: packets 4, of which dropped 4, times that the ring was full 4
  private static final int TPACKET_STATS_V3 = 12;

  /**
   * Counts.
   *
   * @param received packets that passed the filter
   * @param dropped those of them that found the ring full
   * @param droppedByInterface packets that never got so far
   */
  record Counts(long received, long dropped, long droppedByInterface) {
    /** Packets that were written to the ring. */
    long inRing() {
      return received - dropped;
    }
  }

  private final PacketSocket socket;
  private final long droppedBefore;
  private Counts last = new Counts(0, 0, 0);

  Counters(PacketSocket socket) {
    this.socket = socket;
    this.droppedBefore = droppedByInterface(socket.device());
  }

  /** The counts by now; the socket is open. */
  synchronized Counts ask() {
    // the kernel counts from the last time it was asked
    try (Memory memory = new Memory(TPACKET_STATS_V3 + 4)) {
      memory.setInt(TPACKET_STATS_V3, TPACKET_STATS_V3);
      if (Libc.getsockopt(
              socket.descriptor(),
              PacketSocket.SOL_PACKET,
              PACKET_STATISTICS,
              memory,
              memory.share(TPACKET_STATS_V3))
          == 0) {
        last =
            new Counts(
                last.received + (memory.getInt(0) & 0xffffffffL),
                last.dropped + (memory.getInt(4) & 0xffffffffL),
                Math.max(
                    last.droppedByInterface, droppedByInterface(socket.device()) - droppedBefore));
      }
    }
    return last;
  }

  /** The counts when they were asked for last. */
  synchronized Counts last() {
    return last;
  }

  /** Since the interface is there; 0 if nobody says. */
  private static long droppedByInterface(Device device) {
    return number(device.name(), "rx_missed_errors") + number(device.name(), "rx_fifo_errors");
  }

  /** A number that the kernel keeps of an interface, or 0 if it keeps none. */
  static long number(String device, String what) {
    try {
      Path file = Path.of("/sys/class/net", device, "statistics", what);
      return Long.parseLong(Files.readString(file).strip());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
