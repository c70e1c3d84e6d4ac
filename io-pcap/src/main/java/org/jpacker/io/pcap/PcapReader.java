package org.jpacker.io.pcap;

import java.util.List;
import org.jpacker.api.CaptureRecord;
import org.jpacker.api.Link;
import org.jpacker.api.ProtocolRegistry;

/**
 * Reads pcap files.
 *
 * <pre>
 * file:   magic 4, version 2 + 2, time zone 4, accuracy 4, snapshot length 4, link type 4
 * record: seconds 4, fraction 4, captured length 4, original length 4, octets
 * </pre>
 */
final class PcapReader extends FileCapture {
  static final int FILE_HEADER = 24;

  /** Flag in the link type field: the upper bits give the length of the frame check sequence. */
  private static final int FCS_PRESENT = 1 << 26;

  /** Mask of the lower 32 bits, the first number of a pair. */
  private static final long LOW = 0xffffffffL;

  /** The variants of pcap, by magic number. */
  enum Variant {
    MICROSECONDS(0xa1b2c3d4, 1000, 16, FileFormat.PCAP),
    NANOSECONDS(0xa1b23c4d, 1, 16, FileFormat.PCAP_NANOS),
    /** The variant of an old patched libpcap, with eight more octets in each record header. */
    MODIFIED(0xa1b2cd34, 1000, 24, FileFormat.PCAP_MODIFIED);

    final int magic;
    final int unit;
    final int recordHeader;
    final FileFormat format;

    Variant(int magic, int unit, int recordHeader, FileFormat format) {
      this.magic = magic;
      this.unit = unit;
      this.recordHeader = recordHeader;
      this.format = format;
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

  final Variant variant;
  private final Link link;
  private final int unit;
  final int recordHeader;
  private final long snapLength;
  final long most;
  private final int linkField;

  /** Whether the two lengths of a record are always swapped. */
  final boolean alwaysSwapped;

  /** Whether the two lengths of a record may be swapped. */
  final boolean maybeSwapped;

  PcapReader(Cursor input, ProtocolRegistry registry, Variant variant) {
    super(input);
    if (!input.has(FILE_HEADER)) {
      throw cut("the pcap file header", FILE_HEADER);
    }
    input.bigEndian(input.i32(0) == variant.magic);
    int major = input.u16(4);
    int minor = input.u16(6);
    // the version written by DG/UX
    boolean isDgux = major == 543 && minor == 0;
    if (major != 2 && !isDgux) {
      throw damaged(4, "version " + major + "." + minor + " of pcap is not known, only 2.4");
    }
    // before version 2.3 the two lengths were swapped, in 2.3 sometimes
    alwaysSwapped = isDgux || minor < 3;
    maybeSwapped = isDgux || minor <= 3;
    linkField = input.i32(20);
    // the upper half describes the frame check sequence
    link = Link.of(linkType(linkField & 0xffff), 0, registry);
    this.variant = variant;
    unit = variant.unit;
    recordHeader = variant.recordHeader;
    snapLength = input.u32(16);
    // all readers accept records that are longer than the stated snapshot length
    most = Math.min(MOST_CAPTURED, Math.max(mostCaptured(link.type()), snapLength));
    input.pass(FILE_HEADER);
  }

  @Override
  boolean read(CaptureRecord record) {
    Cursor input = this.input;
    int room = input.there() - recordHeader;
    if (room < 0) {
      return hasHeader() && read(record);
    }
    long time = input.pair(0);
    long lengths = input.pair(8);
    if (maybeSwapped && (alwaysSwapped || (lengths & LOW) > lengths >>> 32)) {
      lengths = Long.rotateLeft(lengths, 32);
    }
    long captured = lengths & LOW;
    if (captured > room || captured > most) {
      // starts over after loading: the common path then loads each number only once
      fetch(captured);
      return read(record);
    }
    long nanos = (time & LOW) * 1_000_000_000L + (time >>> 32) * unit;
    int original = length((int) (lengths >>> 32));
    record.set(input.block, input.at + recordHeader, (int) captured, original, nanos, link);
    input.pass(recordHeader + (int) captured);
    return true;
  }

  /** Whether another record header is available; false at the end. */
  private boolean hasHeader() {
    if (!input.has(recordHeader) && input.there() > 0) {
      throw cut("a record header", recordHeader);
    }
    return input.there() > 0;
  }

  /** Loads the record that begins here as a whole. */
  private void fetch(long captured) {
    if (captured > most) {
      throw damaged(
          input.offset(),
          "a record claims " + captured + " captured octets, at most " + most + " are possible");
    }
    int length = recordHeader + (int) captured;
    if (!input.has(length)) {
      throw cut("a record of " + captured + " captured octets", length);
    }
  }

  /** The bits of the link type field for a frame check sequence of {@code octets}. */
  static int fcs(int octets) {
    return octets >= 0 && octets <= 30 && (octets & 1) == 0 ? FCS_PRESENT | octets / 2 << 28 : 0;
  }

  @Override
  List<Extent> context() {
    return List.of(new Extent(0, FILE_HEADER));
  }

  @Override
  public FileFormat format() {
    return variant.format;
  }

  @Override
  public List<CaptureInterface> interfaces() {
    TimeResolution resolution =
        unit == 1 ? TimeResolution.NANOSECONDS : TimeResolution.MICROSECONDS;
    List<BlockOption> options =
        (linkField & FCS_PRESENT) == 0
            ? List.of()
            // the field counts in units of 16 bits
            : List.of(new BlockOption.Number(OptionType.IF_FCSLEN, (linkField >>> 28) * 2));
    return List.of(new CaptureInterface(0, 0, link.type(), snapLength, resolution, options));
  }
}
