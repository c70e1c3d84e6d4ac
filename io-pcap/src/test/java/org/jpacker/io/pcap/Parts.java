package org.jpacker.io.pcap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jpacker.api.Capture;
import org.jpacker.api.Packet;

/** Compares the parts of a file with the whole file. */
final class Parts {
  private Parts() {}

  /** All properties of a packet as text. */
  static String text(Packet packet) {
    return packet.timestampNanos()
        + " "
        + packet.linkType()
        + " "
        + packet.interfaceId()
        + " "
        + packet.originalLength()
        + " "
        + HexFormat.of().formatHex(packet.toBytes());
  }

  static List<String> read(Capture capture) {
    List<String> packets = new ArrayList<>();
    try (capture) {
      capture.forEach(packet -> packets.add(text(packet)));
    }
    return packets;
  }

  /** The packets of all captures in order, each read by a thread of its own. */
  static List<String> inThreads(List<Capture> captures) {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<String>>> parts = new ArrayList<>();
      for (Capture capture : captures) {
        parts.add(threads.submit(() -> read(capture)));
      }
      List<String> packets = new ArrayList<>();
      for (Future<List<String>> part : parts) {
        packets.addAll(part.get());
      }
      return packets;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
    }
  }

  static void assertEveryNumber(Path file, String what) {
    List<String> whole = read(Pcap.open(file, CaptureFile.NOTHING));
    for (int n = 1; n <= 64; n++) {
      assertEquals(
          whole,
          inThreads(Captures.split(file, n, CaptureFile.NOTHING)),
          what + " in " + n + " parts");
    }
  }
}
