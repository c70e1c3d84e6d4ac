package org.jpacker.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.Losses;
import org.jpacker.io.pcap.MergedCapture;
import org.jpacker.io.pcap.OptionType;

/**
 * Copies packets of a capture file together with the other contents of the file: sections,
 * interfaces, comments, names, secrets and custom blocks, and the statistics of interfaces all of
 * whose packets are written. What may not be true of the new file is left out and counted, as is
 * what its format cannot hold.
 *
 * <pre>{@code
 * try (FileCapture in = Pcap.open(file);
 *     CaptureCopy out = CaptureCopy.of(in, Pcap.create(copy, settings), settings.format())) {
 *   for (Packet packet : in) {
 *     if (isWanted(packet)) {
 *       out.write(packet);
 *     } else {
 *       out.omit(packet);
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Packets are written in the order of the capture, each before the next one is read. Belongs to
 * one thread.
 */
public final class CaptureCopy implements PacketWriter {
  /** How far the blocks of a file were copied. */
  private static final class Copied {
    int blocks;
    int interfaces;

    /** Number in the file of the section's first interface. */
    int firstInterface;

    /** Statistics of the section, written after all of its packets. */
    final List<Block.InterfaceStatistics> statistics = new ArrayList<>();
  }

  private final CaptureWriter writer;
  private final CopySource source;
  private final boolean isPcapng;
  private final IntPredicate wanted;
  private final List<Copied> copied = new ArrayList<>();
  private final Map<String, Long> untrue = new TreeMap<>();

  /** Numbers in the section that is written, by those that packets have. */
  private final Map<Integer, Integer> declared = new HashMap<>();

  /** Interfaces with packets that are not written. */
  private final BitSet partial = new BitSet();

  private boolean isStarted;
  private boolean isAllPartial;
  private Link lastLink;

  private CaptureCopy(
      CaptureWriter writer, CopySource source, FileFormat format, IntPredicate wanted) {
    this.writer = writer;
    this.source = source;
    this.isPcapng = format == FileFormat.PCAPNG;
    this.wanted = wanted;
    source.files().forEach(file -> copied.add(new Copied()));
  }

  /**
   * A copy of a file, or of some of its packets.
   *
   * @param writer is closed with the copy
   * @param format that {@code writer} writes
   */
  public static CaptureCopy of(FileCapture in, CaptureWriter writer, FileFormat format) {
    return of(in, writer, format, id -> true);
  }

  /** A copy of some interfaces. */
  static CaptureCopy of(
      FileCapture in, CaptureWriter writer, FileFormat format, IntPredicate wanted) {
    return new CaptureCopy(writer, CopySource.of(in), format, wanted);
  }

  /**
   * A copy of several files that are read as one.
   *
   * @param files that {@code merged} merges, in the same order
   * @param writer is closed with the copy
   * @param format that {@code writer} writes
   */
  public static CaptureCopy of(
      MergedCapture merged, List<FileCapture> files, CaptureWriter writer, FileFormat format) {
    return new CaptureCopy(writer, CopySource.of(merged, files), format, id -> true);
  }

  /**
   * Writes the packet that was read last, which may have been changed or cut since.
   *
   * @throws org.jpacker.api.CaptureException if it cannot be written
   */
  @Override
  public void write(Packet packet) {
    copyBlocks();
    if (packet.link() != lastLink) {
      lastLink = packet.link();
      declare(packet.interfaceId());
    }
    List<BlockOption> options = source.packetOptions();
    if (!options.isEmpty()) {
      options = lasting(options);
    }
    BigDecimal time = source.exactTime();
    if (time == null) {
      writer.write(packet, options);
    } else {
      writer.write(packet, time, options);
    }
  }

  /** Leaves a packet out: statistics of its interface would not be true of the copy. */
  public void omit(Packet packet) {
    partial.set(packet.interfaceId());
  }

  /** Leaves an unknown number of packets out, of any interface. */
  public void omitOthers() {
    isAllPartial = true;
  }

  /** Copies the blocks that were read since the last call. */
  private void copyBlocks() {
    for (int i = 0; i < copied.size(); i++) {
      Copied done = copied.get(i);
      FileCapture file = source.files().get(i);
      List<Block> blocks = file.blocks();
      if (isStarted && done.blocks == blocks.size()) {
        continue;
      }
      if (!isStarted && i == 0 && isPcapng) {
        begin();
      }
      while (done.blocks < blocks.size()) {
        copy(blocks.get(done.blocks++), i, done);
      }
      // interfaces of pcap, and those whose descriptions are not among the blocks that were kept
      while (done.interfaces < file.interfaces().size()) {
        declareNext(i, done);
      }
    }
    isStarted = true;
  }

  /**
   * Begins the one section that stands for the first sections of all files. An option that may
   * stand only once keeps the value of the first file; the values of the others become comments.
   */
  private void begin() {
    Block.SectionHeader first = null;
    List<BlockOption> options = new ArrayList<>();
    for (FileCapture file : source.files()) {
      if (!file.blocks().isEmpty() && file.blocks().get(0) instanceof Block.SectionHeader header) {
        first = first == null ? header : first;
        for (BlockOption option : lasting(header.options())) {
          add(options, option, header == first);
        }
      }
    }
    if (first != null) {
      writer.write(new Block.SectionHeader(first.order(), options));
    }
  }

  private static void add(List<BlockOption> options, BlockOption added, boolean isFirst) {
    boolean isOnce =
        added instanceof BlockOption.Text text && text.type() != OptionType.OPT_COMMENT;
    if (isFirst || !isOnce || options.stream().noneMatch(option -> option.code() == added.code())) {
      options.add(added);
    } else if (!options.contains(added)) {
      options.add(BlockOption.comment(added.name() + ": " + ((BlockOption.Text) added).text()));
    }
  }

  private void copy(Block block, int file, Copied done) {
    if (block instanceof Block.SectionHeader header) {
      section(header, done);
    } else if (block instanceof Block.InterfaceDescription) {
      declareNext(file, done);
    } else if (!isPcapng) {
      writer.write(block); // which counts it
    } else if (block instanceof Block.InterfaceStatistics statistics) {
      done.statistics.add(statistics);
    } else if (block instanceof Block.NameResolution names) {
      writer.write(new Block.NameResolution(names.records(), lasting(names.options())));
    } else if (block instanceof Block.DecryptionSecrets secrets) {
      writer.write(
          new Block.DecryptionSecrets(
              secrets.secretsType(), secrets.octets(), lasting(secrets.options())));
    } else if (block instanceof Block.Custom custom && custom.isCopied()) {
      writer.write(custom);
    } else {
      leaveOut(Losses.name(block), 1);
    }
  }

  private void section(Block.SectionHeader header, Copied done) {
    if (!isPcapng) {
      writer.write(header); // which counts its options
    } else if (done.blocks > 1) {
      // the first section of each file is part of the first one that was written
      writeStatistics();
      writer.write(new Block.SectionHeader(header.order(), lasting(header.options())));
      declared.clear();
      lastLink = null;
    }
    done.firstInterface = done.interfaces;
  }

  private void declareNext(int file, Copied done) {
    declare(source.interfaceId(file, done.interfaces++));
  }

  private void declare(int id) {
    if (wanted.test(id) && declared.putIfAbsent(id, declared.size()) == null) {
      CaptureInterface described = source.interfaces().get(id);
      writer.declare(
          new CaptureInterface(
              described.id(),
              described.section(),
              described.linkType(),
              described.snapLength(),
              described.resolution(),
              lasting(described.options())));
    }
  }

  private void writeStatistics() {
    for (int i = 0; i < copied.size(); i++) {
      Copied done = copied.get(i);
      for (Block.InterfaceStatistics block : done.statistics) {
        long number = done.firstInterface + block.interfaceId();
        int id = number < done.interfaces ? source.interfaceId(i, (int) number) : -1;
        if (id < 0 || !wanted.test(id) || isAllPartial || partial.get(id)) {
          leaveOut(block.name(), 1);
        } else {
          declare(id);
          writer.write(
              new Block.InterfaceStatistics(
                  declared.get(id), block.units(), lasting(block.options())));
        }
      }
      done.statistics.clear();
    }
  }

  /** Options without those that must not be copied, and without malformed ones. */
  private List<BlockOption> lasting(List<BlockOption> options) {
    if (!isPcapng) {
      return options; // the writer drops and counts them
    }
    List<BlockOption> lasting = options.stream().filter(CaptureCopy::isLasting).toList();
    leaveOut("opt_custom", options.stream().filter(CaptureCopy::isNotCopied).count());
    leaveOut("malformed", options.stream().filter(o -> o instanceof BlockOption.Malformed).count());
    return lasting;
  }

  private static boolean isLasting(BlockOption option) {
    return !(option instanceof BlockOption.Malformed) && !isNotCopied(option);
  }

  private static boolean isNotCopied(BlockOption option) {
    return option instanceof BlockOption.Custom custom && !custom.isCopied();
  }

  private void leaveOut(String name, long count) {
    if (count > 0) {
      untrue.merge(name, count, Long::sum);
    }
  }

  /** What the copy lacks; complete when the copy is closed. */
  public Omissions omissions() {
    return new Omissions(writer.losses(), untrue);
  }

  @Override
  public void flush() {
    writer.flush();
  }

  /** Writes what stands after the packets, and closes the writer. */
  @Override
  public void close() {
    try (writer) {
      copyBlocks();
      writeStatistics();
    } finally {
      source.files().forEach(file -> leaveOut("others", file.blocksLeftOut()));
    }
  }
}
