package org.jpacker.io.pcap;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jpacker.api.Packet;

/**
 * The unit of time stamps, as in the pcapng option {@code if_tsresol}, <a
 * href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html#section-4.2">section 4.2
 * of the draft</a>.
 *
 * @param code negative exponent of the unit in seconds, 0 to 127, to base ten, or to base two if
 *     bit 7 is set
 */
public record TimeResolution(int code) {
  /** 10<sup>-6</sup> s, the default if a file does not specify a unit. */
  public static final TimeResolution MICROSECONDS = new TimeResolution(6);

  /** 10<sup>-9</sup> s, the unit of {@link Packet#timestampNanos()}. */
  public static final TimeResolution NANOSECONDS = new TimeResolution(9);

  private static final int BINARY = 0x80;
  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);

  /** Rejects codes that do not fit one octet. */
  public TimeResolution {
    if (code < 0 || code > 0xff) {
      throw new IllegalArgumentException("if_tsresol is one octet: " + code);
    }
  }

  /** Whether the unit is a power of two of a second; otherwise it is a power of ten. */
  public boolean isBinary() {
    return (code & BINARY) != 0;
  }

  /** The negative exponent, such as 6 for microseconds. */
  public int exponent() {
    return code & 0x7f;
  }

  /**
   * Converts a time stamp to nanoseconds since 1970, rounded down; {@link Packet#NO_TIME} if it is
   * out of range, before 1677 or after 2262.
   *
   * @param units 64 bits, unsigned
   * @param offset seconds to add
   */
  public long nanos(long units, long offset) {
    BigInteger value = exact(units)[0].add(BigInteger.valueOf(offset).multiply(NANOS));
    return value.bitLength() < 64 ? value.longValueExact() : Packet.NO_TIME;
  }

  /**
   * Converts a time stamp to seconds since 1970, exactly.
   *
   * @param units 64 bits, unsigned
   * @param offset seconds to add
   */
  public BigDecimal seconds(long units, long offset) {
    // division by a power of two or ten always terminates
    return new BigDecimal(Long.toUnsignedString(units))
        .divide(new BigDecimal(perSecond()))
        .add(BigDecimal.valueOf(offset));
  }

  /** Converts a time to whole units, less those covered by {@code offset}; any size and sign. */
  BigInteger units(BigDecimal seconds, long offset) {
    return seconds
        .subtract(BigDecimal.valueOf(offset))
        .multiply(new BigDecimal(perSecond()))
        .setScale(0, RoundingMode.FLOOR)
        .toBigInteger();
  }

  /** Whether converting {@code seconds} to whole units loses precision. */
  boolean isRounded(BigDecimal seconds) {
    return seconds.multiply(new BigDecimal(perSecond())).stripTrailingZeros().scale() > 0;
  }

  private BigInteger perSecond() {
    return isBinary() ? BigInteger.ONE.shiftLeft(exponent()) : BigInteger.TEN.pow(exponent());
  }

  /** Whether {@code units} is a whole number of nanoseconds; the range is not checked. */
  boolean isExact(long units) {
    return !isBinary() && exponent() <= 9 || exact(units)[1].signum() == 0;
  }

  /** Whole nanoseconds, and a remainder in some unit. */
  private BigInteger[] exact(long units) {
    BigInteger scaled = new BigInteger(Long.toUnsignedString(units)).multiply(NANOS);
    return scaled.divideAndRemainder(perSecond());
  }

  /** The unit as text, such as {@code 10^-6 s}. */
  @Override
  public String toString() {
    return (isBinary() ? "2^-" : "10^-") + exponent() + " s";
  }
}
