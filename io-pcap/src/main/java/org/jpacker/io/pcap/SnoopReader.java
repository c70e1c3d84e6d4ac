package org.jpacker.io.pcap;

import java.util.Arrays;
import java.util.List;
import org.jpacker.api.CaptureRecord;
import org.jpacker.api.Link;
import org.jpacker.api.ProtocolRegistry;

/**
 * Reads snoop, <a href="https://www.rfc-editor.org/rfc/rfc1761">RFC 1761</a>, the format of Solaris
 * and illumos; all numbers are big-endian.
 *
 * <pre>
 * file:   "snoop" and three zeros 8, version 4, data link type 4
 * record: original length 4, captured length 4, record length 4, drops 4, seconds 4, microseconds 4,
 *         octets, padding
 * </pre>
 */
final class SnoopReader extends FileCapture {
  static final int FILE_HEADER = 16;
  static final int RECORD_HEADER = 24;

  /** First half of the eight-octet identification pattern. */
  static final int MAGIC = 0x736e6f6f;

  /** Maximum record length; padding is only a few octets, so a larger length is damage. */
  private static final long MOST_LENGTH = RECORD_HEADER + MOST_CAPTURED + 4096L;

  private static final byte[] WORD = {'s', 'n', 'o', 'o', 'p', 0, 0, 0};

  private final Link link;

  SnoopReader(Cursor input, ProtocolRegistry registry) {
    super(input);
    if (!input.has(FILE_HEADER)) {
      throw cut("the snoop file header", FILE_HEADER);
    }
    input.bigEndian(true);
    if (!recognises(Arrays.copyOfRange(input.block, input.at, input.at + WORD.length))) {
      throw damaged(0, "begins like snoop, but not with \"snoop\" and three zeros");
    }
    // versions 3 to 5 came from adapters of another vendor and number link types differently
    if (input.i32(8) != 2) {
      throw damaged(8, "version " + input.u32(8) + " of snoop is not known, only 2");
    }
    int linkType = linkTypeOf(input.i32(12));
    if (linkType < 0) {
      throw damaged(12, "snoop's data link type " + input.u32(12) + " has no LINKTYPE equivalent");
    }
    link = Link.of(linkType, 0, registry);
    input.pass(FILE_HEADER);
  }

  static boolean recognises(byte[] first) {
    return first.length >= WORD.length
        && Arrays.equals(first, 0, WORD.length, WORD, 0, WORD.length);
  }

  /**
   * Maps the types of RFC 1761, "Datalink Type", and those added by Solaris; -1 for unknown ones.
   */
  private static int linkTypeOf(int dataLink) {
    return switch (dataLink) {
      case 0, 4 -> Link.ETHERNET; // IEEE 802.3, Ethernet
      case 2 -> 6; // token ring
      case 8 -> 10; // FDDI
      case 18 -> 123; // ATM as captured by Solaris
      case 26 -> 226; // between zones of one host
      case 28 -> 242; // IP over InfiniBand
      default -> -1;
    };
  }

  /** Whether the record length is valid: it includes "the record's header, octets and padding". */
  static boolean fits(long captured, long length) {
    return captured <= MOST_CAPTURED && length >= RECORD_HEADER + captured && length <= MOST_LENGTH;
  }

  @Override
  boolean read(CaptureRecord record) {
    if (!input.has(RECORD_HEADER)) {
      if (input.there() == 0) {
        return false;
      }
      throw cut("a record header", RECORD_HEADER);
    }
    long captured = input.u32(4);
    long length = input.u32(8);
    if (!fits(captured, length)) {
      throw damaged(
          input.offset(),
          "a record claims " + length + " octets, of which " + captured + " were captured");
    }
    if (!input.has((int) length)) {
      throw cut("a record of " + captured + " captured octets", (int) length);
    }
    long nanos = input.u32(16) * 1_000_000_000L + input.u32(20) * 1000;
    record.set(
        input.block, input.at + RECORD_HEADER, (int) captured, length(input.i32(0)), nanos, link);
    input.pass((int) length);
    return true;
  }

  @Override
  List<Extent> context() {
    return List.of(new Extent(0, FILE_HEADER));
  }

  @Override
  public FileFormat format() {
    return FileFormat.SNOOP;
  }

  @Override
  public List<CaptureInterface> interfaces() {
    return List.of(
        new CaptureInterface(0, 0, link.type(), 0, TimeResolution.MICROSECONDS, List.of()));
  }
}
