package org.jpacker.io.pcap;

import java.math.BigInteger;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;

/**
 * An interface of a pcapng section.
 *
 * @param link link type and number
 * @param snapLength octets that are captured of each packet at most
 * @param resolution negative power of ten of a second, or of two if the highest bit is set
 * @param offset seconds to add to each time stamp
 */
record PcapngInterface(Link link, long snapLength, int resolution, long offset) {
  private static final int END = 0;
  private static final int RESOLUTION = 9;
  private static final int OFFSET = 14;
  private static final long NANOS = 1_000_000_000L;

  /**
   * The interface that the block of {@code length} octets at the start of {@code input} describes.
   */
  static PcapngInterface read(Input input, int length, int number, ProtocolRegistry registry) {
    int linkType = FileCapture.linkType(input.u16(8));
    long snapLength = input.u32(12);
    int resolution = 6;
    long offset = 0;
    int end = length - 4;
    for (int at = 16; at + 4 <= end; ) {
      int code = input.u16(at);
      int size = input.u16(at + 2);
      if (code == END) {
        break;
      }
      if (size > end - at - 4) {
        throw new CaptureException(
            input.name(),
            input.offset() + at,
            "option "
                + code
                + " of an interface claims "
                + size
                + " octets, its block has "
                + (end - at - 4)
                + " left",
            null);
      }
      if (code == RESOLUTION && size == 1) {
        resolution = input.u8(at + 4);
      } else if (code == OFFSET && size == 8) {
        long first = input.u32(at + 4);
        long second = input.u32(at + 8);
        offset = input.bigEndian() ? first << 32 | second : second << 32 | first;
      }
      at += 4 + (size + 3 & ~3);
    }
    Link link = Link.of(linkType, number, registry);
    long most = snapLength == 0 ? FileCapture.MOST_CAPTURED : snapLength;
    return new PcapngInterface(link, most, resolution, offset);
  }

  /**
   * Nanoseconds since 1970; times beyond what they can say (the years 1677 to 2262) become the
   * nearest that they can.
   *
   * @param units 64 bits without sign
   */
  long nanos(long units) {
    if (offset == 0 && units >= 0) {
      if (resolution == 6 && units <= Long.MAX_VALUE / 1000) {
        return units * 1000;
      }
      if (resolution == 9) {
        return units;
      }
    }
    BigInteger value = new BigInteger(Long.toUnsignedString(units)).multiply(big(NANOS));
    int exponent = resolution & 0x7f;
    value =
        resolution > 0x7f ? value.shiftRight(exponent) : value.divide(BigInteger.TEN.pow(exponent));
    value = value.add(big(offset).multiply(big(NANOS)));
    if (value.bitLength() < 64) {
      return Math.max(value.longValueExact(), Packet.NO_TIME + 1);
    }
    return value.signum() < 0 ? Packet.NO_TIME + 1 : Long.MAX_VALUE;
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
