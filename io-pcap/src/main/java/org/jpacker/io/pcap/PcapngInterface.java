package org.jpacker.io.pcap;

import java.util.List;
import org.jpacker.api.Link;
import org.jpacker.api.ProtocolRegistry;

/**
 * An interface of a pcapng section.
 *
 * @param link link type and interface number
 * @param mostCaptured maximum octets captured of each packet
 * @param offset seconds to add to each time stamp
 * @param shown the public view of the interface
 */
record PcapngInterface(Link link, long mostCaptured, long offset, CaptureInterface shown) {

  /**
   * Reads the interface description block of {@code length} octets at the start of {@code input}.
   */
  static PcapngInterface read(
      Cursor input,
      int length,
      int number,
      int section,
      int idInSection,
      ProtocolRegistry registry) {
    byte[] contents = input.octets(8, length - BlockCodec.FRAME);
    var block =
        (Block.InterfaceDescription)
            BlockCodec.decode(Block.INTERFACE, contents, input.byteOrder(), 0);
    TimeResolution resolution = TimeResolution.MICROSECONDS;
    for (BlockOption option : block.options()) {
      if (option instanceof BlockOption.Malformed malformed) {
        // without their unit, time stamps would be silently wrong
        int at = length - 4 - malformed.octets().size();
        throw input.damaged(input.offset() + at, "an interface description: " + malformed.reason());
      }
      if (option instanceof BlockOption.Resolution said) {
        resolution = said.resolution();
      }
    }
    Link link =
        Link.of(FileCapture.linkType(block.linkType()), number, registry)
            .at(number, section, idInSection);
    long most = block.snapLength() == 0 ? FileCapture.MOST_CAPTURED : block.snapLength();
    return new PcapngInterface(
        link,
        most,
        offset(block.options()),
        new CaptureInterface(
            number, section, link.type(), block.snapLength(), resolution, block.options()));
  }

  /** The seconds to add to each time stamp of an interface. */
  static long offset(List<BlockOption> options) {
    long offset = 0;
    for (BlockOption option : options) {
      if (option instanceof BlockOption.Number said && said.type() == OptionType.IF_TSOFFSET) {
        offset = said.value();
      }
    }
    return offset;
  }

  /**
   * Nanoseconds since 1970, or {@link org.jpacker.api.Packet#NO_TIME} if out of range.
   *
   * @param units 64 bits, unsigned
   */
  long nanos(long units) {
    if (offset == 0 && units >= 0) {
      int code = shown.resolution().code();
      if (code == 6 && units <= Long.MAX_VALUE / 1000) {
        return units * 1000;
      }
      if (code == 9) {
        return units;
      }
    }
    return shown.resolution().nanos(units, offset);
  }

  /** Whether some time stamps may be finer than nanoseconds. */
  boolean mayRound() {
    return shown.resolution().code() > 9;
  }

  boolean isExact(long units) {
    return shown.resolution().isExact(units);
  }

  /** The options without those that describe the file's time stamps. */
  static List<BlockOption> withoutTimes(List<BlockOption> options) {
    return options.stream()
        .filter(
            option ->
                !(option instanceof BlockOption.Known known
                    && (known.type() == OptionType.IF_TSRESOL
                        || known.type() == OptionType.IF_TSOFFSET)))
        .toList();
  }
}
