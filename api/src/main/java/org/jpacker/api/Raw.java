package org.jpacker.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Octets that no protocol claimed. Immutable. There is no public constructor; {@link #of(String)
 * Raw.of("text")} and {@link #of(byte[]) Raw.of(octets)} create octets to carry.
 */
public final class Raw extends Layer {

  /** Octets as they were read; {@link #of} creates octets to carry. */
  Raw(byte[] octets, int start, int end, Header carrier, Packet packet) {
    super(octets, start, end, carrier, packet);
  }

  /** A copy of {@code octets}, to be carried. */
  public static Raw of(byte[] octets) {
    return new Raw(octets.clone(), 0, octets.length, null, null);
  }

  /**
   * Text in UTF-8, to be carried.
   *
   * @throws IllegalArgumentException if it contains an unpaired surrogate
   */
  public static Raw of(String text) {
    byte[] octets = TextOctets.of("raw", text, StandardCharsets.UTF_8);
    return new Raw(octets, 0, octets.length, null, null);
  }

  /** Whether there are no octets. */
  public boolean isEmpty() {
    return start == end;
  }

  /**
   * The octet at {@code index}, 0 to 255.
   *
   * @throws IndexOutOfBoundsException beyond the last octet
   */
  public int u8(int index) {
    if (index < 0 || index >= end - start) {
      throw new IndexOutOfBoundsException(
          "octet " + index + " of " + (end - start) + " unclaimed octets");
    }
    return octets[start + index] & 0xff;
  }

  @Override
  Layer detachedCopy() {
    return new Raw(toBytes(), 0, size(), null, null);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Raw raw
        && Arrays.equals(octets, start, end, raw.octets, raw.start, raw.end);
  }

  @Override
  public int hashCode() {
    return Octets.hash(octets, start, end);
  }

  @Override
  public String toString() {
    return "Raw[" + size() + " octets]";
  }
}
