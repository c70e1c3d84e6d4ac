package org.jpacker.api;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An immutable sequence of octets, compared by value: a component of the records for options and
 * the like.
 *
 * @param octets any number of octets
 */
public record OctetString(byte[] octets) {
  /** No octets. */
  public static final OctetString EMPTY = new OctetString(new byte[0]);

  /** Copies {@code octets}. */
  public OctetString {
    octets = octets.clone();
  }

  /** The octets given as numbers from -128 to 255; the lowest eight bits of each count. */
  public static OctetString of(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return new OctetString(bytes);
  }

  /** A copy of the octets. */
  @Override
  public byte[] octets() {
    return octets.clone();
  }

  /** Number of octets. */
  public int size() {
    return octets.length;
  }

  /**
   * The octet at index {@code at}, 0 to 255.
   *
   * @throws IndexOutOfBoundsException if there is no such octet
   */
  public int u8(int at) {
    return octets[at] & 0xff;
  }

  /** The octets decoded as text; malformed input is replaced. */
  public String text(Charset charset) {
    return new String(octets, charset);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OctetString string && Arrays.equals(octets, string.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  /** Two hexadecimal digits per octet. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(octets);
  }
}
