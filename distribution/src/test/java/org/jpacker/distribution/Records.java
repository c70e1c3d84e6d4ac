package org.jpacker.distribution;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The records of a capture file, found by following the lengths in it, without any code under test.
 *
 * @param header octets before the first record
 * @param ends offsets of the ends of records, ascending
 * @param packets for each record, whether it is a packet
 */
record Records(int header, List<Integer> ends, List<Boolean> packets) {
  private static final Set<Integer> PCAP = Set.of(0xa1b2c3d4, 0xa1b23c4d, 0xa1b2cd34);
  private static final int SECTION = 0x0a0d0d0a;
  private static final int SNOOP = 0x736e6f6f;

  static Records of(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    List<Integer> ends = new ArrayList<>();
    List<Boolean> packets = new ArrayList<>();
    if (in.getInt(0) == SECTION) {
      for (int at = 0; at < file.length; ) {
        if (in.getInt(at) == SECTION) {
          boolean isBig = in.order(ByteOrder.BIG_ENDIAN).getInt(at + 8) == 0x1a2b3c4d;
          in.order(isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        }
        packets.add(Set.of(2, 3, 6).contains(in.getInt(at)));
        at += in.getInt(at + 4);
        ends.add(at);
        // the type of a section header is the same in both byte orders
      }
      return new Records(ends.get(0), ends, packets);
    }
    if (in.getInt(0) == SNOOP) {
      for (int at = 16; at < file.length; ) {
        at += in.getInt(at + 8);
        ends.add(at);
        packets.add(true);
      }
      return new Records(16, ends, packets);
    }
    if (!PCAP.contains(in.getInt(0))) {
      in.order(ByteOrder.LITTLE_ENDIAN);
    }
    int head = in.getInt(0) == 0xa1b2cd34 ? 24 : 16;
    for (int at = 24; at < file.length; ) {
      at += head + in.getInt(at + 8);
      ends.add(at);
      packets.add(true);
    }
    return new Records(24, ends, packets);
  }

  /** Number of packets that are complete in the first {@code length} octets. */
  int packetsIn(int length) {
    int count = 0;
    for (int i = 0; i < ends.size() && ends.get(i) <= length; i++) {
      count += packets.get(i) ? 1 : 0;
    }
    return count;
  }

  /** Start of the record that truncation to {@code length} octets cuts, or -1 if it cuts none. */
  int cutRecord(int length) {
    if (length < header) {
      return 0;
    }
    int start = header;
    for (int end : ends) {
      if (end == length || length == header) {
        return -1;
      }
      if (end > length) {
        return start;
      }
      start = end;
    }
    return -1;
  }
}
