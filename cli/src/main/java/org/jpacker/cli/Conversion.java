package org.jpacker.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockReader;
import org.jpacker.io.pcap.BlockWriter;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.LinkTypes;
import org.jpacker.io.pcap.Losses;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;

/** Reads one capture and writes it in another format. */
final class Conversion {
  private final Console console;
  private final Source source;
  private final String in;
  private final Set<Integer> wanted;
  private final boolean joined;

  private Losses losses = Losses.NONE;
  private FileFormat format = FileFormat.PCAP;

  /** Numbers of interfaces that packets were written of. */
  private final Set<Integer> interfaces = new HashSet<>();

  private Packet first;

  /**
   * A conversion.
   *
   * @param wanted numbers of interfaces; none for all
   * @param joined whether pcap may have packets of several interfaces
   */
  Conversion(Console console, Source source, String in, List<Integer> wanted, boolean joined) {
    this.console = console;
    this.source = source;
    this.in = in;
    this.wanted = Set.copyOf(wanted);
    this.joined = joined;
  }

  void to(Path out, WriteSettings settings) {
    convert(settings, chosen -> Pcap.create(out, chosen), () -> BlockWriter.create(out, settings));
  }

  void to(OutputStream out, WriteSettings settings) {
    convert(settings, chosen -> Pcap.create(out, chosen), () -> BlockWriter.create(out, settings));
  }

  private void convert(
      WriteSettings settings,
      Function<WriteSettings, CaptureWriter> packets,
      Supplier<BlockWriter> blocks) {
    format = settings.format();
    try (FileCapture capture = source.open();
        Progress progress = new Progress(console, "converting " + in, source.size())) {
      if (format == FileFormat.PCAPNG && capture.format() == FileFormat.PCAPNG) {
        try (BlockReader reader = BlockReader.of(capture);
            BlockWriter writer = blocks.get()) {
          copy(reader, writer, progress);
        }
      } else {
        try (CaptureWriter writer = packets.apply(settings)) {
          rewrite(capture, writer, progress);
        }
      }
    } catch (Target.Refused e) {
      losses = Losses.NONE;
      throw e;
    }
  }

  /** All blocks, but for packets that are not wanted. */
  private void copy(BlockReader reader, BlockWriter writer, Progress progress) {
    int known = 0;
    int before = 0;
    for (Block block : reader) {
      progress.step(reader::position);
      if (block instanceof Block.SectionHeader) {
        before = known;
      } else if (block instanceof Block.InterfaceDescription) {
        known++;
      }
      long id = packetOf(block);
      if (id < 0 || wanted.isEmpty() || wanted.contains((int) (before + id))) {
        writer.copy(reader);
      }
    }
  }

  /** The interface in its section, or -1 where the block holds no packet. */
  private static long packetOf(Block block) {
    if (block instanceof Block.EnhancedPacket packet) {
      return packet.interfaceId();
    }
    if (block instanceof Block.OldPacket packet) {
      return packet.interfaceId();
    }
    return block instanceof Block.SimplePacket ? 0 : -1;
  }

  private void rewrite(FileCapture capture, CaptureWriter writer, Progress progress) {
    try {
      for (Packet packet : capture) {
        progress.step(capture::position);
        if (wanted.isEmpty() || wanted.contains(packet.interfaceId())) {
          if (!interfaces.contains(packet.interfaceId())) {
            declare(capture, writer, packet);
          }
          writer.write(packet, capture.packetOptions());
        }
      }
    } finally {
      List<CaptureInterface> all = capture.interfaces();
      if (first == null && !all.isEmpty()) {
        writer.declare(all.get(0));
      }
      // pcap takes none of them, but counts
      for (Block block : capture.blocks()) {
        if (!(block instanceof Block.SectionHeader)
            && !(block instanceof Block.InterfaceDescription)) {
          writer.write(block);
        }
      }
      Losses written = writer.losses();
      losses =
          new Losses(
              written.timesRounded() + capture.timesRounded(),
              written.timesMissing(),
              written.options() + sectionOptions(capture),
              written.blocks() + capture.blocksLeftOut());
    }
  }

  private static long sectionOptions(FileCapture capture) {
    return capture.blocks(Block.SectionHeader.class).stream()
        .mapToLong(header -> header.options().size())
        .sum();
  }

  private void declare(FileCapture capture, CaptureWriter writer, Packet packet) {
    if (first == null) {
      first = packet;
    } else if (format != FileFormat.PCAPNG) {
      refuse(packet);
    }
    interfaces.add(packet.interfaceId());
    writer.declare(capture.interfaces().get(packet.interfaceId()));
  }

  private void refuse(Packet packet) {
    String wayOut = "write pcapng, or pick one with --interface " + first.interfaceId();
    if (packet.linkType() != first.linkType()) {
      throw new Target.Refused(
          in,
          "has packets of several link types ("
              + LinkTypes.name(first.linkType())
              + ", "
              + LinkTypes.name(packet.linkType())
              + "), pcap holds one: "
              + wayOut);
    }
    if (!joined) {
      throw new Target.Refused(
          in,
          "has packets of several interfaces, which pcap does not tell apart: "
              + wayOut
              + ", or put them together with --join-interfaces");
    }
  }

  /** Says what was lost. */
  void report() {
    LossNote.print(console, losses, format);
  }
}
