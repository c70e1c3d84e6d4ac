package org.jpacker.api;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A field of octets without further structure.
 *
 * @param name display-filter name
 * @param bit bits from the start of the header
 * @param width width in bits, or -1 if the field extends to the end of the header
 * @param traits the refinements
 */
public record BytesField(String name, int bit, int width, Traits traits)
    implements Refinable<BytesField> {

  /** A field of {@code octets} octets at {@code bit} bits from the start of the header. */
  public static BytesField at(int bit, int octets, String name) {
    return new BytesField(name, bit, octets * 8, Traits.NONE);
  }

  /** A field from {@code bit} bits after the start of the header to the end of the header. */
  public static BytesField rest(int bit, String name) {
    return new BytesField(name, bit, -1, Traits.NONE);
  }

  @Override
  public BytesField with(Traits traits) {
    return new BytesField(name, bit, width, traits);
  }

  private int octetsFrom(Header header, int at) {
    return width < 0 ? header.headerSize() - at : width >>> 3;
  }

  /** A copy of the octets in {@code header}; empty if the field is absent. */
  public byte[] get(Header header) {
    int place = traits.place(header, this);
    if (place < 0) {
      return new byte[0];
    }
    int from = header.start + (place >>> 3);
    return Arrays.copyOfRange(header.octets, from, from + octetsFrom(header, place >>> 3));
  }

  /**
   * Sets the octets in {@code header}; a field that extends to the end of the header takes any
   * number of them.
   *
   * @throws IllegalArgumentException if their number does not fit
   * @throws IllegalStateException if the field is absent
   */
  public void set(Header header, byte[] value) {
    int at = traits.placeToSet(header, this) >>> 3;
    int there = octetsFrom(header, at);
    if (width >= 0 && value.length != there) {
      throw new IllegalArgumentException(
          name + ": " + value.length + " octets do not fit into " + there);
    }
    header.replace(at, there, value, this);
  }

  @Override
  public boolean isPresent(Header header) {
    return Refinable.super.isPresent(header)
        && (width >= 0 || octetsFrom(header, traits.place(header, this) >>> 3) > 0);
  }

  @Override
  public byte[] value(Header header) {
    return isPresent(header) ? get(header) : null;
  }

  @Override
  public String text(Header header) {
    return HexFormat.of().formatHex(get(header));
  }

  @Override
  public void assign(Header header, Object value) {
    set(
        header,
        value instanceof byte[] octets ? octets : HexFormat.of().parseHex(String.valueOf(value)));
  }
}
