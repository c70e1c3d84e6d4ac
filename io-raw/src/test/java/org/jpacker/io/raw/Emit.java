package org.jpacker.io.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jpacker.api.Packet;
import org.jpacker.live.PacketSender;
import org.jpacker.testkit.VirtualWire;

/** Sends packets from the other end of a wire, as a separate program. */
final class Emit {
  private Emit() {}

  /** Usage: {@code INTERFACE HEX...}. */
  public static void main(String[] words) {
    try (PacketSender sender = RawSockets.sender(words[0])) {
      for (int i = 1; i < words.length; i++) {
        sender.write(Packet.read(HexFormat.of().parseHex(words[i])));
      }
    }
  }

  static void at(VirtualWire wire, List<String> packets) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Emit.class.getName(),
                wire.there()));
    command.addAll(packets);
    Process process = OtherEnd.start(wire, command);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the sender is still at it");
    assertEquals(0, process.exitValue());
  }
}
