package org.jpacker.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;

/** Adds a comment to each packet, and keeps those that are there. */
public final class CommentPackets {
  private CommentPackets() {}

  /** Copies a capture as pcapng: {@code CommentPackets IN OUT}. */
  public static void main(String[] args) {
    try (FileCapture in = Pcap.open(Path.of(args[0]));
        CaptureWriter out = Pcap.create(Path.of(args[1]), WriteSettings.pcapng())) {
      for (Packet packet : in) {
        List<BlockOption> options = new ArrayList<>(in.packetOptions()); // comments, flags, hashes
        options.add(BlockOption.comment("seen"));
        out.write(packet, options);
      }
    }
  }
}
