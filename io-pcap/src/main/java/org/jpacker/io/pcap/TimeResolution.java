package org.jpacker.io.pcap;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jpacker.api.Packet;

/**
 * The unit of time stamps, as the option {@code if_tsresol} of pcapng has it.
 *
 * @param code a negative power of ten of a second, or of two if the highest of its eight bits is
 *     set
 */
public record TimeResolution(int code) {
  /** What holds where a file says nothing. */
  public static final TimeResolution MICROSECONDS = new TimeResolution(6);

  /** The unit of {@link Packet#timestampNanos()}. */
  public static final TimeResolution NANOSECONDS = new TimeResolution(9);

  private static final int BINARY = 0x80;
  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);

  /** Refuses what is no octet. */
  public TimeResolution {
    if (code < 0 || code > 0xff) {
      throw new IllegalArgumentException("if_tsresol is one octet: " + code);
    }
  }

  /** Whether the unit is a power of two of a second, not of ten. */
  public boolean isBinary() {
    return (code & BINARY) != 0;
  }

  /** The power: 6 for microseconds. */
  public int exponent() {
    return code & 0x7f;
  }

  /**
   * Nanoseconds since 1970, rounded down, or {@link Packet#NO_TIME} for a time that they cannot
   * say, before 1677 or after 2262.
   *
   * @param units 64 bits without sign
   * @param offset seconds to add
   */
  public long nanos(long units, long offset) {
    BigInteger value = exact(units)[0].add(BigInteger.valueOf(offset).multiply(NANOS));
    return value.bitLength() < 64 ? value.longValueExact() : Packet.NO_TIME;
  }

  /**
   * Seconds since 1970, exactly.
   *
   * @param units 64 bits without sign
   * @param offset seconds to add
   */
  public BigDecimal seconds(long units, long offset) {
    // what is divided by a power of two or ten ends
    return new BigDecimal(Long.toUnsignedString(units))
        .divide(new BigDecimal(perSecond()))
        .add(BigDecimal.valueOf(offset));
  }

  /**
   * The number of whole units, less those that are added as {@code offset}, of any size and sign.
   */
  BigInteger units(BigDecimal seconds, long offset) {
    return seconds
        .subtract(BigDecimal.valueOf(offset))
        .multiply(new BigDecimal(perSecond()))
        .setScale(0, RoundingMode.FLOOR)
        .toBigInteger();
  }

  /** Whether a number of whole units is earlier than {@code seconds}. */
  boolean isRounded(BigDecimal seconds) {
    return seconds.multiply(new BigDecimal(perSecond())).stripTrailingZeros().scale() > 0;
  }

  private BigInteger perSecond() {
    return isBinary() ? BigInteger.ONE.shiftLeft(exponent()) : BigInteger.TEN.pow(exponent());
  }

  /** Whether nanoseconds say exactly what {@code units} say; a range is not looked at. */
  boolean isExact(long units) {
    return !isBinary() && exponent() <= 9 || exact(units)[1].signum() == 0;
  }

  /** Whole nanoseconds, and what is left in some unit. */
  private BigInteger[] exact(long units) {
    BigInteger scaled = new BigInteger(Long.toUnsignedString(units)).multiply(NANOS);
    return scaled.divideAndRemainder(perSecond());
  }

  /** Such as {@code 10^-6 s}. */
  @Override
  public String toString() {
    return (isBinary() ? "2^-" : "10^-") + exponent() + " s";
  }
}
