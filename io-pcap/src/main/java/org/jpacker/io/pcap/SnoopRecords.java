package org.jpacker.io.pcap;

import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** The records of a snoop file. */
final class SnoopRecords extends RecordChain {

  SnoopRecords(String name, FileChannel channel, long size) {
    super(name, channel, size, ByteOrder.BIG_ENDIAN);
  }

  @Override
  RecordChain twin() {
    return new SnoopRecords(name, channel, size);
  }

  @Override
  long first() {
    return SnoopReader.FILE_HEADER;
  }

  @Override
  long next(long at) {
    if (!has(at, SnoopReader.RECORD_HEADER)) {
      return NONE;
    }
    long length = u32(at + 8);
    boolean fits = SnoopReader.fits(u32(at + 4), length) && at + length <= size;
    return fits ? at + length : NONE;
  }

  /** Not supported; snoop files are read from the start. */
  @Override
  long guess(long from, long end) {
    return NONE;
  }
}
