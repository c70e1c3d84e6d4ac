package org.jpacker.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
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
 * Writes packets as captures give them, with all that these say besides: sections, interfaces,
 * names, secrets and custom blocks, and statistics of interfaces all of whose packets are written.
 * What may not be true of the new file, or cannot be told, is left out and counted.
 */
final class Copy implements PacketWriter {

  /** What packets are taken from. */
  interface Origin {
    /** The interfaces told of so far. */
    List<CaptureInterface> interfaces();

    /** Of the packet that was given last. */
    List<BlockOption> packetOptions();

    /** Of the packet that was given last, where it cannot say its time. */
    BigDecimal exactTime();

    /** The files that are read. */
    List<FileCapture> files();

    /** The number that packets have for an interface of a file. */
    int interfaceId(int file, int id);

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
        public BigDecimal exactTime() {
          return capture.exactTime();
        }

        @Override
        public List<FileCapture> files() {
          return List.of(capture);
        }

        @Override
        public int interfaceId(int file, int id) {
          return id;
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
        public BigDecimal exactTime() {
          return merged.exactTime();
        }

        @Override
        public List<FileCapture> files() {
          return files;
        }

        @Override
        public int interfaceId(int file, int id) {
          return merged.interfaceId(file, id);
        }
      };
    }
  }

  /** What was left out: what the format has no room for, and what may not be true any more. */
  record Omissions(Losses losses, Map<String, Long> untrue) {
    static final Omissions NONE = new Omissions(Losses.NONE, Map.of());

    Omissions plus(Omissions other) {
      Map<String, Long> sum = new TreeMap<>(untrue);
      other.untrue.forEach((name, count) -> sum.merge(name, count, Long::sum));
      return new Omissions(losses.plus(other.losses), sum);
    }
  }

  /** How far the blocks of a file were copied. */
  private static final class Copied {
    int blocks;
    int interfaces;

    /** Number in the file of the section's first interface. */
    int firstInterface;

    /** Of the section, to be written when all of its packets are there. */
    final List<Block.InterfaceStatistics> statistics = new ArrayList<>();
  }

  private final CaptureWriter writer;
  private final Origin origin;
  private final boolean isPcapng;
  private final IntPredicate wanted;
  private final Consumer<Omissions> atEnd;
  private final List<Copied> copied = new ArrayList<>();
  private final Map<String, Long> untrue = new TreeMap<>();

  /** Numbers in the section that is written, by those that packets have. */
  private final Map<Integer, Integer> declared = new HashMap<>();

  /** Interfaces with packets that are not written. */
  private final BitSet partial = new BitSet();

  private boolean isStarted;
  private boolean isAllPartial;
  private Link lastLink;

  /**
   * A copy to a file.
   *
   * @param wanted numbers of interfaces that are told of
   * @param atEnd is told what the file lacks
   */
  Copy(
      CaptureWriter writer,
      Origin origin,
      FileFormat format,
      IntPredicate wanted,
      Consumer<Omissions> atEnd) {
    this.writer = writer;
    this.origin = origin;
    this.isPcapng = format == FileFormat.PCAPNG;
    this.wanted = wanted;
    this.atEnd = atEnd;
    origin.files().forEach(file -> copied.add(new Copied()));
  }

  @Override
  public void write(Packet packet) {
    copyBlocks();
    if (packet.link() != lastLink) {
      lastLink = packet.link();
      declare(packet.interfaceId());
    }
    List<BlockOption> options = origin.packetOptions();
    if (!options.isEmpty()) {
      options = lasting(options);
    }
    BigDecimal time = origin.exactTime();
    if (time == null) {
      writer.write(packet, options);
    } else {
      writer.write(packet, time, options);
    }
  }

  /** Says that the packet given last is not written. */
  void omit(Packet packet) {
    partial.set(packet.interfaceId());
  }

  /** Says that there may be packets of any interface which are not written. */
  void omitOthers() {
    isAllPartial = true;
  }

  /** Everything that the files said since they were looked at last. */
  private void copyBlocks() {
    for (int i = 0; i < copied.size(); i++) {
      Copied done = copied.get(i);
      FileCapture file = origin.files().get(i);
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
      // of pcap, and where a description is not among the blocks that were kept
      while (done.interfaces < file.interfaces().size()) {
        declareNext(i, done);
      }
    }
    isStarted = true;
  }

  /**
   * Several files have one section to begin with: what only one value is allowed of keeps the first
   * file's, and the others' are told as comments.
   */
  private void begin() {
    Block.SectionHeader first = null;
    List<BlockOption> options = new ArrayList<>();
    for (FileCapture file : origin.files()) {
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
      // the first one of each file is in the first one that was written
      writeStatistics();
      writer.write(new Block.SectionHeader(header.order(), lasting(header.options())));
      declared.clear();
      lastLink = null;
    }
    done.firstInterface = done.interfaces;
  }

  private void declareNext(int file, Copied done) {
    declare(origin.interfaceId(file, done.interfaces++));
  }

  private void declare(int id) {
    if (wanted.test(id) && declared.putIfAbsent(id, declared.size()) == null) {
      CaptureInterface source = origin.interfaces().get(id);
      writer.declare(
          new CaptureInterface(
              source.id(),
              source.section(),
              source.linkType(),
              source.snapLength(),
              source.resolution(),
              lasting(source.options())));
    }
  }

  private void writeStatistics() {
    for (int i = 0; i < copied.size(); i++) {
      Copied done = copied.get(i);
      for (Block.InterfaceStatistics block : done.statistics) {
        long number = done.firstInterface + block.interfaceId();
        int id = number < done.interfaces ? origin.interfaceId(i, (int) number) : -1;
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

  /** Options without those that are not to be copied, or are none. */
  private List<BlockOption> lasting(List<BlockOption> options) {
    if (!isPcapng) {
      return options; // none is kept
    }
    List<BlockOption> lasting = options.stream().filter(Copy::isLasting).toList();
    leaveOut("opt_custom", options.stream().filter(Copy::isNotCopied).count());
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

  @Override
  public void flush() {
    writer.flush();
  }

  @Override
  public void close() {
    try (writer) {
      copyBlocks();
      writeStatistics();
    } finally {
      origin.files().forEach(file -> leaveOut("others", file.blocksLeftOut()));
      atEnd.accept(new Omissions(writer.losses(), untrue));
    }
  }
}
