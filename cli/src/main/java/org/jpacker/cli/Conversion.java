package org.jpacker.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockReader;
import org.jpacker.io.pcap.BlockWriter;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.LinkTypes;
import org.jpacker.io.pcap.Losses;
import org.jpacker.io.pcap.WriteSettings;

/** Reads one capture and writes it in another format. */
final class Conversion {
  private final Console console;
  private final Source source;
  private final String in;
  private final Set<Integer> wanted;
  private final boolean joined;

  private Copy.Omissions omissions = Copy.Omissions.NONE;
  private FileFormat format = FileFormat.PCAP;

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

  void to(Target out, WriteSettings settings) {
    format = settings.format();
    try (FileCapture capture = source.open();
        Progress progress = new Progress(console, "converting " + in, source.size())) {
      if (format == FileFormat.PCAPNG && capture.format() == FileFormat.PCAPNG) {
        try (BlockReader reader = BlockReader.of(capture);
            BlockWriter writer = out.createBlocks(settings)) {
          copy(reader, writer, progress);
        }
      } else {
        IntPredicate told = id -> wanted.isEmpty() || wanted.contains(id);
        try (Copy copy =
            new Copy(
                out.create(settings),
                Copy.Origin.of(capture),
                format,
                told,
                omitted -> omissions = omitted)) {
          rewrite(capture, copy, told, progress);
        }
      }
    } catch (Target.Refused e) {
      omissions = Copy.Omissions.NONE;
      throw e;
    }
  }

  /** All blocks, but for packets that are not wanted, and what is not true without them. */
  private void copy(BlockReader reader, BlockWriter writer, Progress progress) {
    Map<String, Long> untrue = new TreeMap<>();
    int known = 0;
    int before = 0;
    for (Block block : reader) {
      progress.step(reader::position);
      if (block instanceof Block.SectionHeader) {
        before = known;
      } else if (block instanceof Block.InterfaceDescription) {
        known++;
      }
      long id = interfaceOf(block);
      boolean isWanted = id < 0 || wanted.contains((int) (before + id));
      if (wanted.isEmpty()) {
        writer.copy(reader);
      } else if (block instanceof Block.SectionHeader header) {
        // its length would be that of all packets
        writer.write(
            new Block.SectionHeader(
                header.order(), header.major(), header.minor(), -1, header.options()));
      } else if (block instanceof Block.Custom custom && !custom.isCopied()
          || block instanceof Block.InterfaceStatistics && !isWanted) {
        untrue.merge(Losses.name(block), 1L, Long::sum);
      } else if (isWanted) {
        writer.copy(reader);
      }
    }
    omissions = new Copy.Omissions(Losses.NONE, untrue);
  }

  /** Number in the section of the interface that a block is of, or -1 where it is of none. */
  private static long interfaceOf(Block block) {
    if (block instanceof Block.EnhancedPacket packet) {
      return packet.interfaceId();
    }
    if (block instanceof Block.OldPacket packet) {
      return packet.interfaceId();
    }
    if (block instanceof Block.InterfaceStatistics statistics) {
      return statistics.interfaceId();
    }
    return block instanceof Block.SimplePacket ? 0 : -1;
  }

  private void rewrite(FileCapture capture, Copy copy, IntPredicate told, Progress progress) {
    for (Packet packet : capture) {
      progress.step(capture::position);
      if (told.test(packet.interfaceId())) {
        check(packet);
        copy.write(packet);
      }
    }
  }

  /** Refuses packets that pcap cannot hold together. */
  private void check(Packet packet) {
    if (first == null) {
      first = packet;
    } else if (format != FileFormat.PCAPNG && packet.link() != first.link()) {
      refuse(packet);
    }
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
    LossNote.print(console, omissions, format);
  }
}
