package org.jpacker.io.pcap;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;

/**
 * Reads the packets of pcapng. Blocks that hold none are passed over.
 *
 * <pre>
 * block: type 4, length 4, contents, length 4 once more
 * </pre>
 *
 * <p>Each section has a byte order and interfaces of its own. Interfaces are numbered through the
 * whole file, as Wireshark does, so that numbers of different sections do not collide.
 */
final class PcapngReader extends FileCapture {
  static final int SECTION_HEADER = 0x0a0d0d0a;
  private static final int INTERFACE = 1;
  private static final int OLD_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;

  private static final int BYTE_ORDER = 0x1a2b3c4d;

  /** Type and length, twice. */
  private static final int FRAME = 12;

  private final ProtocolRegistry registry;

  /** The interfaces of this section. */
  private final List<PcapngInterface> interfaces = new ArrayList<>();

  private int formerInterfaces;

  PcapngReader(Input input, ProtocolRegistry registry) {
    super(input);
    this.registry = registry;
    section();
  }

  @Override
  Packet read() {
    while (input.has(8)) {
      int type = input.i32(0);
      Packet packet = null;
      switch (type) {
        case SECTION_HEADER -> section();
        case INTERFACE -> {
          int length = whole("an interface description", 20);
          interfaces.add(
              PcapngInterface.read(input, length, formerInterfaces + interfaces.size(), registry));
          input.pass(length);
        }
        case ENHANCED_PACKET -> packet = enhancedPacket();
        case SIMPLE_PACKET -> packet = simplePacket();
        case OLD_PACKET -> packet = oldPacket();
        default -> pass();
      }
      if (packet != null) {
        return packet;
      }
    }
    if (input.there() > 0) {
      throw cut("a block header", 8);
    }
    return null;
  }

  private void section() {
    if (!input.has(FRAME)) {
      throw cut("a section header", FRAME);
    }
    input.bigEndian(true);
    int order = input.i32(8);
    if (order != BYTE_ORDER && order != Integer.reverseBytes(BYTE_ORDER)) {
      throw damaged(
          input.offset() + 8,
          String.format("a section header has no known byte order (0x%08x)", order));
    }
    input.bigEndian(order == BYTE_ORDER);
    int length = whole("a section header", 28);
    int major = input.u16(12);
    if (major != 1) {
      throw damaged(input.offset() + 12, "version " + major + " of pcapng is not known");
    }
    input.pass(length);
    formerInterfaces += interfaces.size();
    interfaces.clear();
  }

  /** The length of the block that begins here, which is checked and there as a whole. */
  private int whole(String what, int least) {
    long length = length(what, least);
    if (length > MOST_CAPTURED) {
      throw damaged(
          input.offset() + 4, what + " claims " + length + " octets, more than " + MOST_CAPTURED);
    }
    if (!input.has((int) length)) {
      throw cut(what + " of " + length + " octets", (int) length);
    }
    long again = input.u32((int) length - 4);
    if (again != length) {
      throw damaged(
          input.offset(), what + " begins with the length " + length + " and ends with " + again);
    }
    return (int) length;
  }

  private long length(String what, int least) {
    long length = input.u32(4);
    if (length < least || (length & 3) != 0) {
      throw damaged(
          input.offset() + 4,
          what + " claims " + length + " octets, not a multiple of four from " + least + " on");
    }
    return length;
  }

  /** Passes over a block without keeping it, however long it is. */
  private void pass() {
    long start = input.offset();
    String what = "a block of type " + Integer.toUnsignedString(input.i32(0));
    long length = length(what, FRAME);
    long skipped = input.skip(length - 4);
    if (skipped < length - 4 || !input.has(4)) {
      throw damaged(
          start,
          what
              + " needs "
              + length
              + " octets, the file ends after "
              + (input.offset() - start + input.there()));
    }
    long again = input.u32(0);
    if (again != length) {
      throw damaged(start, what + " begins with the length " + length + " and ends with " + again);
    }
    input.pass(4);
  }

  private Packet enhancedPacket() {
    int length = whole("a packet", 32);
    PcapngInterface from = from(input.u32(8));
    long captured = input.u32(20);
    if (captured > length - 32) {
      throw tooLong(captured, length - 32);
    }
    long units = input.u32(12) << 32 | input.u32(16);
    return packet(28, (int) captured, input.i32(24), from.nanos(units), from, length);
  }

  private Packet oldPacket() {
    int length = whole("a packet", 32);
    PcapngInterface from = from(input.u16(8));
    long captured = input.u32(20);
    if (captured > length - 32) {
      throw tooLong(captured, length - 32);
    }
    long units = input.u32(12) << 32 | input.u32(16);
    return packet(28, (int) captured, input.i32(24), from.nanos(units), from, length);
  }

  private Packet simplePacket() {
    int length = whole("a packet", 16);
    PcapngInterface from = from(0);
    long original = input.u32(8);
    long captured = Math.min(original, from.snapLength());
    // what is there is the packet and up to three octets of padding
    if (captured > length - 16) {
      throw tooLong(captured, length - 16);
    }
    return packet(12, (int) captured, (int) original, Packet.NO_TIME, from, length);
  }

  private Packet packet(
      int at, int captured, int original, long nanos, PcapngInterface from, int length) {
    Packet packet =
        new Packet(input.block, input.at + at, captured, length(original), nanos, from.link());
    input.pass(length);
    return packet;
  }

  private PcapngInterface from(long id) {
    if (id >= interfaces.size()) {
      throw damaged(
          input.offset(),
          "a packet is of interface " + id + ", the section has " + interfaces.size());
    }
    return interfaces.get((int) id);
  }

  private RuntimeException tooLong(long captured, int room) {
    return damaged(
        input.offset(),
        "a packet claims " + captured + " captured octets, its block has room for " + room);
  }
}
