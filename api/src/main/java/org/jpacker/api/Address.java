package org.jpacker.api;

import java.util.HexFormat;

/**
 * The address of an endpoint of a packet. Addresses of one kind are ordered as unsigned numbers.
 */
public sealed interface Address permits Address.Mac, Address.Ipv4, Address.Ipv6 {

  /** Whether all bits are zero. */
  boolean isZero();

  /** The octets as on the wire. */
  byte[] toBytes();

  /** Whether this is a group address: multicast, or the broadcast address. */
  boolean isMulticast();

  /**
   * A MAC address.
   *
   * @param bits the 48 bits
   */
  record Mac(long bits) implements Address, Comparable<Mac> {
    /** All zeros. */
    public static final Mac ZERO = new Mac(0);

    /** All ones. */
    public static final Mac BROADCAST = new Mac(0xffff_ffff_ffffL);

    /**
     * Checks that the value has at most 48 bits.
     *
     * @throws IllegalArgumentException if it has more
     */
    public Mac {
      if (bits >>> 48 != 0) {
        throw new IllegalArgumentException("a MAC address has 48 bits: " + bits);
      }
    }

    @Override
    public boolean isZero() {
      return bits == 0;
    }

    /**
     * Parses six pairs of hexadecimal digits separated by {@code :} or {@code -}.
     *
     * @throws IllegalArgumentException if the text is not a MAC address
     */
    public static Mac of(String text) {
      if (!text.matches("\\p{XDigit}{2}([:-]\\p{XDigit}{2}){5}")) {
        throw new IllegalArgumentException(
            "not a MAC address (six pairs of hexadecimal digits): '" + text + "'");
      }
      return new Mac(Long.parseLong(text.replaceAll("[:-]", ""), 16));
    }

    /**
     * The address with these six octets.
     *
     * @throws IllegalArgumentException if their number is not six
     */
    public static Mac of(byte[] octets) {
      if (octets.length != 6) {
        throw new IllegalArgumentException("a MAC address has 6 octets, not " + octets.length);
      }
      return new Mac(Octets.bits(octets, 0, 0, 48));
    }

    @Override
    public boolean isMulticast() {
      return (bits >>> 40 & 1) != 0;
    }

    @Override
    public byte[] toBytes() {
      byte[] octets = new byte[6];
      Octets.putBits(octets, 0, 0, 48, bits);
      return octets;
    }

    @Override
    public int compareTo(Mac other) {
      return Long.compare(bits, other.bits);
    }

    @Override
    public String toString() {
      return HexFormat.ofDelimiter(":").formatHex(toBytes());
    }
  }

  /**
   * An IPv4 address.
   *
   * @param bits the 32 bits
   */
  record Ipv4(int bits) implements Address, Comparable<Ipv4> {
    /** {@code 0.0.0.0}. */
    public static final Ipv4 ZERO = new Ipv4(0);

    @Override
    public boolean isZero() {
      return bits == 0;
    }

    /**
     * Parses four decimal numbers separated by dots, without a name look-up.
     *
     * @throws IllegalArgumentException if the text is not an IPv4 address
     */
    public static Ipv4 of(String text) {
      int bits = 0;
      String[] parts = text.split("\\.", -1);
      for (String part : parts) {
        if (parts.length != 4 || !part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
          throw new IllegalArgumentException(
              "not an IPv4 address (four numbers from 0 to 255): '" + text + "'");
        }
        bits = bits << 8 | Integer.parseInt(part);
      }
      return new Ipv4(bits);
    }

    /**
     * The address with these four octets.
     *
     * @throws IllegalArgumentException if their number is not four
     */
    public static Ipv4 of(byte[] octets) {
      if (octets.length != 4) {
        throw new IllegalArgumentException("an IPv4 address has 4 octets, not " + octets.length);
      }
      return new Ipv4(Octets.i32(octets, 0));
    }

    @Override
    public byte[] toBytes() {
      byte[] octets = new byte[4];
      Octets.put32(octets, 0, bits);
      return octets;
    }

    @Override
    public boolean isMulticast() {
      return bits >>> 28 == 14 || bits == -1;
    }

    @Override
    public int compareTo(Ipv4 other) {
      return Integer.compareUnsigned(bits, other.bits);
    }

    @Override
    public String toString() {
      return new StringBuilder(15)
          .append(bits >>> 24)
          .append('.')
          .append(bits >>> 16 & 0xff)
          .append('.')
          .append(bits >>> 8 & 0xff)
          .append('.')
          .append(bits & 0xff)
          .toString();
    }
  }

  /**
   * An IPv6 address. Its text is the canonical form of <a
   * href="https://www.rfc-editor.org/rfc/rfc5952">RFC 5952</a>.
   *
   * @param high the first 64 bits
   * @param low the last 64 bits
   */
  record Ipv6(long high, long low) implements Address, Comparable<Ipv6> {
    /** {@code ::}. */
    public static final Ipv6 ZERO = new Ipv6(0, 0);

    @Override
    public boolean isZero() {
      return (high | low) == 0;
    }

    /**
     * Parses any text form of <a href="https://www.rfc-editor.org/rfc/rfc4291#section-2.2">RFC
     * 4291</a>.
     *
     * @throws IllegalArgumentException if the text is not an IPv6 address
     */
    public static Ipv6 of(String text) {
      return Ipv6Text.parse(text);
    }

    /**
     * The address with these 16 octets.
     *
     * @throws IllegalArgumentException if their number is not 16
     */
    public static Ipv6 of(byte[] octets) {
      if (octets.length != 16) {
        throw new IllegalArgumentException("an IPv6 address has 16 octets, not " + octets.length);
      }
      return new Ipv6(Octets.i64(octets, 0), Octets.i64(octets, 8));
    }

    @Override
    public byte[] toBytes() {
      byte[] octets = new byte[16];
      Octets.put64(octets, 0, high);
      Octets.put64(octets, 8, low);
      return octets;
    }

    @Override
    public boolean isMulticast() {
      return high >>> 56 == 0xff;
    }

    @Override
    public int compareTo(Ipv6 other) {
      int order = Long.compareUnsigned(high, other.high);
      return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
      return Ipv6Text.format(high, low);
    }
  }
}
