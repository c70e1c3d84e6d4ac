package org.jpacker.io.pcap;

import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;

/**
 * Reads pcap.
 *
 * <pre>
 * file:   magic 4, version 2 + 2, time zone 4, accuracy 4, snapshot length 4, link type 4
 * record: seconds 4, fraction 4, captured length 4, original length 4, octets
 * </pre>
 */
final class PcapReader extends FileCapture {
  private static final int FILE_HEADER = 24;

  /** Kinds of pcap, told by the magic number. */
  enum Variant {
    MICROSECONDS(0xa1b2c3d4, 1000, 16),
    NANOSECONDS(0xa1b23c4d, 1, 16),
    /** Of a patched libpcap of old: eight more octets in each record header. */
    MODIFIED(0xa1b2cd34, 1000, 24);

    final int magic;
    final int unit;
    final int recordHeader;

    Variant(int magic, int unit, int recordHeader) {
      this.magic = magic;
      this.unit = unit;
      this.recordHeader = recordHeader;
    }

    /** The variant with this magic number in either byte order, or null. */
    static Variant of(int magic) {
      for (Variant variant : values()) {
        if (variant.magic == magic || variant.magic == Integer.reverseBytes(magic)) {
          return variant;
        }
      }
      return null;
    }
  }

  private final Link link;
  private final int unit;
  private final int recordHeader;
  private final long most;

  PcapReader(Input input, ProtocolRegistry registry, Variant variant) {
    super(input);
    if (!input.has(FILE_HEADER)) {
      throw cut("the pcap file header", FILE_HEADER);
    }
    input.bigEndian(input.i32(0) == variant.magic);
    // the upper half tells of frame check sequences
    link = Link.of(linkType(input.i32(20) & 0xffff), 0, registry);
    unit = variant.unit;
    recordHeader = variant.recordHeader;
    most = Math.min(MOST_CAPTURED, Math.max(USUAL_SNAPLEN, input.u32(16)));
    input.pass(FILE_HEADER);
  }

  @Override
  Packet read() {
    Input input = this.input;
    if (!input.has(recordHeader)) {
      if (input.there() == 0) {
        return null;
      }
      throw cut("a record header", recordHeader);
    }
    long captured = input.u32(8);
    if (captured > most) {
      throw damaged(
          input.offset(),
          "a record claims " + captured + " captured octets, at most " + most + " are possible");
    }
    int length = recordHeader + (int) captured;
    if (!input.has(length)) {
      throw cut("a record of " + captured + " captured octets", length);
    }
    long nanos = input.u32(0) * 1_000_000_000L + input.u32(4) * unit;
    int original = input.i32(12);
    Packet packet =
        new Packet(
            input.block, input.at + recordHeader, (int) captured, length(original), nanos, link);
    input.pass(length);
    return packet;
  }
}
