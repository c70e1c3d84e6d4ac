package org.jpacker.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.Losses;
import org.jpacker.io.pcap.MergedCapture;

/**
 * Writes packets as captures give them, with all that these say of packets and interfaces, and with
 * names and secrets. Statistics are left out: they tell of more packets than are written.
 */
final class Copy implements PacketWriter {

  /** What packets are taken from. */
  interface Origin {
    /** The interfaces told of so far. */
    List<CaptureInterface> interfaces();

    /** Of the packet that was given last. */
    List<BlockOption> packetOptions();

    /** The files that are read. */
    List<FileCapture> files();

    static Origin of(FileCapture capture) {
      return new Origin() {
        @Override
        public List<CaptureInterface> interfaces() {
          return capture.interfaces();
        }

        @Override
        public List<BlockOption> packetOptions() {
          return capture.packetOptions();
        }

        @Override
        public List<FileCapture> files() {
          return List.of(capture);
        }
      };
    }

    static Origin of(MergedCapture merged, List<FileCapture> files) {
      return new Origin() {
        @Override
        public List<CaptureInterface> interfaces() {
          return merged.interfaces();
        }

        @Override
        public List<BlockOption> packetOptions() {
          return merged.packetOptions();
        }

        @Override
        public List<FileCapture> files() {
          return files;
        }
      };
    }
  }

  private final CaptureWriter writer;
  private final Origin origin;
  private final Consumer<Losses> atEnd;
  private final Set<Integer> declared = new HashSet<>();

  /** How many names and secrets of each file were written. */
  private final int[] written;

  /**
   * A copy to a file.
   *
   * @param atEnd is told what the file could not hold
   */
  Copy(CaptureWriter writer, Origin origin, Consumer<Losses> atEnd) {
    this.writer = writer;
    this.origin = origin;
    this.atEnd = atEnd;
    this.written = new int[origin.files().size()];
  }

  @Override
  public void write(Packet packet) {
    if (declared.add(packet.interfaceId())) {
      // secrets count for what stands behind them
      writeNamesAndSecrets();
      writer.declare(origin.interfaces().get(packet.interfaceId()));
    }
    writer.write(packet, origin.packetOptions());
  }

  private void writeNamesAndSecrets() {
    for (int i = 0; i < written.length; i++) {
      List<Block> blocks =
          origin.files().get(i).blocks().stream()
              .filter(
                  block ->
                      block instanceof Block.NameResolution
                          || block instanceof Block.DecryptionSecrets)
              .toList();
      blocks.subList(written[i], blocks.size()).forEach(writer::write);
      written[i] = blocks.size();
    }
  }

  @Override
  public void flush() {
    writer.flush();
  }

  @Override
  public void close() {
    try (writer) {
      writeNamesAndSecrets();
      atEnd.accept(writer.losses());
    }
  }
}
