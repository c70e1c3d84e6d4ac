package org.jpacker.io.pcap;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jpacker.api.CaptureRecord;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;

/**
 * Reads the packets of pcapng files without creating objects for their blocks. Other blocks are
 * kept for {@link #blocks()}.
 *
 * <p>Each section has its own byte order and interfaces. Interfaces are numbered through the whole
 * file, so numbers of different sections do not collide. Links also have the number within the
 * section, which is the one that Wireshark shows.
 */
final class PcapngReader extends FileCapture {
  /** Maximum octets of kept blocks; a capture without end has ever more statistics. */
  private static final long MOST_KEPT = 1 << 24;

  /** Approximate memory cost of a block in addition to its octets. */
  private static final int COST = 64;

  /** Octets before the options of a packet block, not counting the packet. */
  private static final int PACKET_HEAD = 28;

  /** A block that does not hold a packet, undecoded. */
  private record Kept(int type, ByteOrder order, byte[] contents) {}

  private final ProtocolRegistry registry;
  private final BlockFrames frames;
  private final List<Kept> kept = new ArrayList<>();

  private final List<Block> blocks =
      new AbstractList<>() {
        @Override
        public Block get(int index) {
          Kept block = kept.get(index);
          return BlockCodec.decode(block.type, block.contents, block.order, 0);
        }

        @Override
        public int size() {
          return kept.size();
        }
      };

  private long keptOctets;
  private long leftOut;

  /** All interfaces; those of the current section begin at {@code firstInterface}. */
  private final List<PcapngInterface> interfaces = new ArrayList<>();

  private final List<CaptureInterface> shown = new ArrayList<>();

  /** Section headers and interface descriptions. */
  private final List<Extent> context = new ArrayList<>();

  private int firstInterface;
  private int section = -1;

  /** The array that contains the options of the last packet. */
  private byte[] optionsBlock;

  private int optionsFrom;
  private int optionsTo;
  private int optionsOf;

  /**
   * The last packet whose time nanoseconds cannot represent, identified by the end of its options.
   */
  private byte[] inexactBlock;

  private int inexactTo;
  private long inexactUnits;
  private PcapngInterface inexactFrom;

  PcapngReader(Cursor input, ProtocolRegistry registry) {
    super(input);
    this.registry = registry;
    frames = new BlockFrames(input);
    section();
  }

  @Override
  boolean read(CaptureRecord record) {
    while (frames.more()) {
      int type = input.i32(0);
      switch (type) {
        case Block.ENHANCED_PACKET:
          return enhancedPacket(record, type);
        case Block.SIMPLE_PACKET:
          return simplePacket(record);
        case Block.OLD_PACKET:
          return enhancedPacket(record, type);
        case Block.SECTION_HEADER:
          section();
          break;
        case Block.INTERFACE:
          networkInterface();
          break;
        default:
          other();
      }
    }
    return false;
  }

  private void section() {
    int length = frames.section();
    context(length);
    keep(length);
    input.pass(length);
    firstInterface = interfaces.size();
    section++;
  }

  private void networkInterface() {
    int length = frames.whole("an interface description", 20);
    int number = interfaces.size();
    var added =
        PcapngInterface.read(input, length, number, section, number - firstInterface, registry);
    interfaces.add(added);
    shown.add(added.shown());
    context(length);
    keep(length);
    input.pass(length);
  }

  private void context(int length) {
    context.add(new Extent(input.offset(), input.offset() + length));
  }

  private void other() {
    long length = frames.length(frames.name(), BlockCodec.FRAME);
    if (leftOut > 0 || keptOctets + length + COST > MOST_KEPT) {
      leftOut++;
      frames.pass();
      return;
    }
    length = frames.whole(frames.name(), BlockCodec.FRAME);
    keep((int) length);
    input.pass((int) length);
  }

  private void keep(int length) {
    // once a block is left out, so are all later ones: their numbers depend on its section
    if (leftOut > 0 || keptOctets + length + COST > MOST_KEPT && !kept.isEmpty()) {
      leftOut++;
      return;
    }
    keptOctets += length + COST;
    kept.add(new Kept(input.i32(0), byteOrder(), input.octets(8, length - BlockCodec.FRAME)));
  }

  /** Reads an enhanced or obsolete packet block; they differ only in the interface number. */
  private boolean enhancedPacket(CaptureRecord record, int type) {
    int length = frames.whole("a packet", 32);
    PcapngInterface from = from(type == Block.OLD_PACKET ? input.u16(8) : input.u32(8));
    long captured = input.u32(20);
    if (captured > length - 32) {
      throw tooLong(captured, length - 32);
    }
    long units = input.u32(12) << 32 | input.u32(16);
    long nanos = from.nanos(units);
    if (nanos == Packet.NO_TIME || from.mayRound() && !from.isExact(units)) {
      inexact(nanos, units, from, length);
    }
    options(type, PACKET_HEAD + (int) captured + OptionCodec.padding((int) captured), length);
    return packet(record, PACKET_HEAD, (int) captured, input.i32(24), nanos, from, length);
  }

  private void inexact(long nanos, long units, PcapngInterface from, int length) {
    if (nanos == Packet.NO_TIME) {
      timesBeyond++;
    } else {
      timesRounded++;
    }
    inexactBlock = input.block;
    inexactTo = input.at + length - 4;
    inexactUnits = units;
    inexactFrom = from;
  }

  @Override
  public BigDecimal exactTime() {
    return inexactBlock == null || inexactBlock != optionsBlock || inexactTo != optionsTo
        ? null
        : inexactFrom.shown().resolution().seconds(inexactUnits, inexactFrom.offset());
  }

  private boolean simplePacket(CaptureRecord record) {
    int length = frames.whole("a packet", 16);
    PcapngInterface from = from(0);
    long original = input.u32(8);
    long captured = Math.min(original, from.mostCaptured());
    // the block contains the packet and up to three octets of padding
    if (captured > length - 16) {
      throw tooLong(captured, length - 16);
    }
    options(Block.SIMPLE_PACKET, length, length);
    return packet(record, 12, (int) captured, (int) original, Packet.NO_TIME, from, length);
  }

  private boolean packet(
      CaptureRecord record,
      int at,
      int captured,
      int original,
      long nanos,
      PcapngInterface from,
      int length) {
    record.set(input.block, input.at + at, captured, length(original), nanos, from.link());
    input.pass(length);
    return true;
  }

  private void options(int block, int from, int length) {
    optionsBlock = input.block;
    optionsFrom = input.at + from;
    optionsTo = input.at + length - 4;
    optionsOf = block;
  }

  private PcapngInterface from(long id) {
    int number = interfaces.size() - firstInterface;
    if (id >= number) {
      throw damaged(
          input.offset(),
          "a packet refers to interface " + id + ", the section has only " + number);
    }
    return interfaces.get(firstInterface + (int) id);
  }

  private RuntimeException tooLong(long captured, int room) {
    return damaged(
        input.offset(),
        "a packet claims " + captured + " captured octets, its block has room for " + room);
  }

  /** The contents of the first block; nothing after it has been read. */
  byte[] firstSection() {
    if (input.offset() != BlockCodec.FRAME + kept.get(0).contents.length) {
      throw new IllegalStateException("the capture has been read from");
    }
    return kept.get(0).contents;
  }

  @Override
  List<Extent> context() {
    return context;
  }

  @Override
  public FileFormat format() {
    return FileFormat.PCAPNG;
  }

  @Override
  public List<CaptureInterface> interfaces() {
    return Collections.unmodifiableList(shown);
  }

  @Override
  public List<Block> blocks() {
    return blocks;
  }

  @Override
  public long blocksLeftOut() {
    return leftOut;
  }

  @Override
  public List<BlockOption> packetOptions() {
    if (optionsBlock == null || optionsFrom >= optionsTo) {
      return List.of();
    }
    ByteBuffer in = ByteBuffer.wrap(optionsBlock, optionsFrom, optionsTo - optionsFrom);
    return OptionCodec.decode(optionsOf, in.order(byteOrder()));
  }
}
