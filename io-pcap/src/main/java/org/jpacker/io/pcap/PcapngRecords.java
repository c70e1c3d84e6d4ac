package org.jpacker.io.pcap;

import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * The blocks of a pcapng file. Section headers and interface descriptions are context for all later
 * packets in the file, since interfaces are numbered through all sections.
 */
final class PcapngRecords extends RecordChain {
  /** Blocks in a row that make a guess. */
  private static final int ENOUGH = 8;

  PcapngRecords(String name, FileChannel channel, long size) {
    super(name, channel, size, ByteOrder.LITTLE_ENDIAN);
    next(0);
  }

  private PcapngRecords(PcapngRecords other) {
    super(other.name, other.channel, other.size, other.order);
  }

  @Override
  RecordChain twin() {
    return new PcapngRecords(this);
  }

  @Override
  long first() {
    return 0;
  }

  @Override
  long next(long at) {
    if (!has(at, BlockCodec.FRAME)) {
      return NONE;
    }
    if (i32(at) == Block.SECTION_HEADER) {
      int mark = i32(at + 8);
      if (mark == Integer.reverseBytes(BlockCodec.BYTE_ORDER)) {
        order = order == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      } else if (mark != BlockCodec.BYTE_ORDER) {
        return NONE;
      }
    }
    long length = u32(at + 4);
    long most = isContext(at) ? FileCapture.MOST_CAPTURED : Long.MAX_VALUE;
    if (length < BlockCodec.FRAME || length > most || (length & 3) != 0 || at + length > size) {
      return NONE;
    }
    return u32(at + length - 4) == length ? at + length : NONE;
  }

  @Override
  long guess(long from, long end) {
    ByteOrder before = order;
    for (long at = from + 3 & ~3L; at < end; at += 4) {
      long place = at;
      for (int i = 0; i < ENOUGH && place != NONE && place < size; i++) {
        place = next(place);
      }
      order = before;
      if (place != NONE) {
        return at;
      }
    }
    return NONE;
  }

  @Override
  boolean isContext(long at) {
    if (!has(at, BlockCodec.FRAME)) {
      return false;
    }
    int type = i32(at);
    return type == Block.SECTION_HEADER || type == Block.INTERFACE;
  }
}
