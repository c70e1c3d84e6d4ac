package org.jpacker.io.pcap;

import java.util.Locale;

/**
 * The framing of pcapng blocks and the byte order of the current section.
 *
 * <pre>
 * block: type 4, length 4, contents, length 4 once more
 * </pre>
 */
final class BlockFrames {
  private final Cursor input;

  BlockFrames(Cursor input) {
    this.input = input;
  }

  /** Whether another block begins here; false at the end of the source. */
  boolean more() {
    if (input.has(8)) {
      return true;
    }
    if (input.there() > 0) {
      throw input.cut("a block header", 8);
    }
    return false;
  }

  /** Returns the length of the section header here and switches to its byte order. */
  int section() {
    if (!input.has(BlockCodec.FRAME)) {
      throw input.cut("a section header", BlockCodec.FRAME);
    }
    input.bigEndian(true);
    int order = input.i32(8);
    if (order != BlockCodec.BYTE_ORDER && order != Integer.reverseBytes(BlockCodec.BYTE_ORDER)) {
      throw input.damaged(
          input.offset() + 8,
          String.format(Locale.ROOT, "a section header has no known byte order (0x%08x)", order));
    }
    input.bigEndian(order == BlockCodec.BYTE_ORDER);
    int length = whole("a section header", 28);
    int major = input.u16(12);
    if (major != 1) {
      throw input.damaged(input.offset() + 12, "version " + major + " of pcapng is not known");
    }
    return length;
  }

  /** Loads the block that begins here as a whole, and returns its checked length. */
  int whole(String what, int least) {
    long length = length(what, least);
    if (length > FileCapture.MOST_CAPTURED) {
      throw input.damaged(
          input.offset() + 4,
          what + " claims " + length + " octets, more than " + FileCapture.MOST_CAPTURED);
    }
    if (!input.has((int) length)) {
      throw input.cut(what + " of " + length + " octets", (int) length);
    }
    long again = input.u32((int) length - 4);
    if (again != length) {
      throw input.damaged(
          input.offset(), what + " begins with the length " + length + " and ends with " + again);
    }
    return (int) length;
  }

  long length(String what, int least) {
    long length = input.u32(4);
    if (length < least || (length & 3) != 0) {
      throw input.damaged(
          input.offset() + 4,
          what + " claims " + length + " octets, not a multiple of four of at least " + least);
    }
    return length;
  }

  /** A name of the block that begins here, for messages. */
  String name() {
    return "a block of type " + Integer.toUnsignedString(input.i32(0));
  }

  /** Skips a block of any length without keeping it. */
  void pass() {
    long start = input.offset();
    String what = name();
    long length = length(what, BlockCodec.FRAME);
    long skipped = input.skip(length - 4);
    if (skipped < length - 4 || !input.has(4)) {
      throw new CutException(
          input.name(),
          start,
          what
              + " needs "
              + length
              + " octets, the file ends after "
              + (input.offset() - start + input.there()));
    }
    long again = input.u32(0);
    if (again != length) {
      throw input.damaged(
          start, what + " begins with the length " + length + " and ends with " + again);
    }
    input.pass(4);
  }
}
