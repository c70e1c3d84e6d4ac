package org.jpacker.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockReader;
import org.jpacker.io.pcap.BlockWriter;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.LinkTypes;
import org.jpacker.io.pcap.Losses;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;

/**
 * Writes a capture in another format. From pcapng to pcapng every block is copied unchanged, octet
 * by octet. A conversion is immutable: its methods give refined copies.
 */
public final class Conversion {
  private final WriteSettings settings;

  /** Numbers of interfaces; none for all. */
  private final Set<Integer> interfaces;

  private final boolean joinsInterfaces;

  private Conversion(WriteSettings settings, Set<Integer> interfaces, boolean joinsInterfaces) {
    this.settings = settings;
    this.interfaces = interfaces;
    this.joinsInterfaces = joinsInterfaces;
  }

  /** A conversion of all packets to the format of {@code settings}. */
  public static Conversion to(WriteSettings settings) {
    return new Conversion(settings, Set.of(), false);
  }

  /**
   * Only packets of the interfaces with these numbers, from 0; of all interfaces if none is given.
   */
  public Conversion onlyInterfaces(Set<Integer> ids) {
    return new Conversion(settings, Set.copyOf(ids), joinsInterfaces);
  }

  /** Allows packets of several interfaces in pcap, which does not distinguish them. */
  public Conversion joiningInterfaces() {
    return new Conversion(settings, interfaces, true);
  }

  /**
   * Converts a file; an existing file {@code out} is replaced.
   *
   * @return what the new file lacks
   * @throws RefusedException if the format cannot hold the packets together
   * @throws org.jpacker.api.CaptureException if a file cannot be read or written, or if {@code in}
   *     is damaged: then {@code out} holds what stands before the damage
   */
  public Omissions run(Path in, Path out) {
    Omissions[] omissions = {Omissions.NONE};
    try (FileCapture capture = Pcap.open(in);
        Target target = Target.of(out, List.of(in))) {
      run(capture, target, octets -> {}, omitted -> omissions[0] = omitted);
    }
    return omissions[0];
  }

  /**
   * Converts a capture that was just opened. Closes neither it nor the target.
   *
   * @param progress gets the number of octets read so far
   * @param omitted gets what the new file lacks, if it is kept
   * @throws RefusedException if the format cannot hold the packets together
   * @throws org.jpacker.api.CaptureException if that fails, or {@code in} is damaged
   */
  public void run(FileCapture in, Target out, LongConsumer progress, Consumer<Omissions> omitted) {
    out.attempt(report -> run(in, out, new Pulse(progress, in::position), report), omitted);
  }

  private void run(FileCapture in, Target out, Pulse pulse, Consumer<Omissions> report) {
    if (settings.format() == FileFormat.PCAPNG && in.format() == FileFormat.PCAPNG) {
      try (BlockReader reader = BlockReader.of(in);
          BlockWriter writer = out.createBlocks(settings)) {
        copy(reader, writer, pulse, report);
      }
    } else {
      rewrite(in, out, pulse, report);
    }
  }

  private boolean isWanted(int id) {
    return interfaces.isEmpty() || interfaces.contains(id);
  }

  /** Copies all blocks but unwanted packets, and blocks that are not true without those. */
  private void copy(
      BlockReader reader, BlockWriter writer, Pulse pulse, Consumer<Omissions> report) {
    Map<String, Long> untrue = new TreeMap<>();
    int known = 0;
    int before = 0;
    try {
      for (Block block : reader) {
        pulse.step();
        if (block instanceof Block.SectionHeader) {
          before = known;
        } else if (block instanceof Block.InterfaceDescription) {
          known++;
        }
        long id = interfaceOf(block);
        boolean isWanted = id < 0 || isWanted((int) (before + id));
        if (interfaces.isEmpty()) {
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
    } finally {
      report.accept(new Omissions(Losses.NONE, untrue));
    }
  }

  /** The number, in its section, of the interface that a block belongs to, or -1. */
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

  private void rewrite(FileCapture in, Target out, Pulse pulse, Consumer<Omissions> report) {
    CaptureCopy copy = CaptureCopy.of(in, out.create(settings), settings.format(), this::isWanted);
    try (copy) {
      Packet first = null;
      for (Packet packet : in) {
        pulse.step();
        if (isWanted(packet.interfaceId())) {
          first = first == null ? packet : first;
          refuseMixture(in, first, packet);
          copy.write(packet);
        }
      }
    } finally {
      report.accept(copy.omissions());
    }
  }

  private void refuseMixture(FileCapture in, Packet first, Packet packet) {
    if (settings.format().holdsInterfaces() || packet.link() == first.link()) {
      return;
    }
    String wayOut = "write pcapng, or only packets of interface " + first.interfaceId();
    if (packet.linkType() != first.linkType()) {
      throw new RefusedException(
          in.name(),
          "has packets of several link types ("
              + LinkTypes.name(first.linkType())
              + ", "
              + LinkTypes.name(packet.linkType())
              + "), pcap holds one: "
              + wayOut);
    }
    if (!joinsInterfaces) {
      throw new RefusedException(
          in.name(),
          "has packets of several interfaces, which pcap does not distinguish: "
              + wayOut
              + ", or join the interfaces");
    }
  }
}
