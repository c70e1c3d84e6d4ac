package org.jpacker.io.raw;

import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel's counters for a packet socket and its interface. */
final class Counters {
  private static final int PACKET_STATISTICS = 6;

  // struct tpacket_stats_v3: packets 4, dropped ones among them 4, times the ring was full 4
  private static final int TPACKET_STATS_V3 = 12;

  /**
   * Values of the counters.
   *
   * @param received packets that passed the filter
   * @param dropped packets among these that did not fit the ring
   * @param droppedByInterface packets lost before the filter
   */
  record Counts(long received, long dropped, long droppedByInterface) {
    /** Number of packets written to the ring. */
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

  /** Reads the counters; the socket must be open. */
  synchronized Counts ask() {
    // the kernel resets its counters with each read
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

  /** The values read last. */
  synchronized Counts last() {
    return last;
  }

  /** Drops since the interface was created; 0 if unknown. */
  private static long droppedByInterface(Device device) {
    return number(device.name(), "rx_missed_errors") + number(device.name(), "rx_fifo_errors");
  }

  /** Reads a statistic of an interface from the kernel, or 0 if there is none. */
  static long number(String device, String what) {
    try {
      Path file = Path.of("/sys/class/net", device, "statistics", what);
      return Long.parseLong(Files.readString(file).strip());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
