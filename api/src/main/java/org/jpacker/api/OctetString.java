package org.jpacker.api;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Octets as a value: they do not change, and equal ones are equal. What the records of options and
 * the like are made of.
 *
 * @param octets any number of them
 */
public record OctetString(byte[] octets) {
  /** No octets. */
  public static final OctetString EMPTY = new OctetString(new byte[0]);

  /** Keeps a copy. */
  public OctetString {
    octets = octets.clone();
  }

  /** These octets, given as numbers from -128 to 255. */
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

  /** The octet at an index, 0 to 255. */
  public int u8(int at) {
    return octets[at] & 0xff;
  }

  /** The octets as text; what the charset does not know is replaced. */
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

  /** Two hexadecimal digits for each octet. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(octets);
  }
}
