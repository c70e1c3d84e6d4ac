package org.jpacker.api;

import java.nio.charset.StandardCharsets;

/**
 * A text field with one character per octet (ISO 8859-1), which preserves every octet.
 *
 * @param name display-filter name
 * @param bit bits from the start of the header
 * @param width width in bits, or -1 if the field extends to the end of the header
 * @param traits the refinements
 */
public record TextField(String name, int bit, int width, Traits traits)
    implements Refinable<TextField> {

  /** A field of {@code octets} octets at {@code bit} bits from the start of the header. */
  public static TextField at(int bit, int octets, String name) {
    return new TextField(name, bit, octets * 8, Traits.NONE);
  }

  /** A field from {@code bit} bits after the start of the header to the end of the header. */
  public static TextField rest(int bit, String name) {
    return new TextField(name, bit, -1, Traits.NONE);
  }

  @Override
  public TextField with(Traits traits) {
    return new TextField(name, bit, width, traits);
  }

  private int octetsFrom(Header header, int at) {
    return width < 0 ? header.headerSize() - at : width >>> 3;
  }

  /** The text in {@code header}; empty if the field is absent. */
  public String get(Header header) {
    int place = traits.place(header, this);
    return place < 0
        ? ""
        : new String(
            header.octets,
            header.start + (place >>> 3),
            octetsFrom(header, place >>> 3),
            StandardCharsets.ISO_8859_1);
  }

  /**
   * Sets the text in {@code header}; a field that extends to the end of the header takes any
   * length.
   *
   * @throws IllegalArgumentException if the length does not fit, or a character is not an octet
   * @throws IllegalStateException if the field is absent
   */
  public void set(Header header, String value) {
    int at = traits.placeToSet(header, this) >>> 3;
    int there = octetsFrom(header, at);
    byte[] octets = TextOctets.of(name, value, StandardCharsets.ISO_8859_1);
    if (width >= 0 && octets.length != there) {
      throw new IllegalArgumentException(
          name + ": " + octets.length + " octets do not fit into " + there);
    }
    header.replace(at, there, octets, this);
  }

  @Override
  public String value(Header header) {
    return isPresent(header) ? get(header) : null;
  }

  @Override
  public String text(Header header) {
    return get(header);
  }

  @Override
  public void assign(Header header, Object value) {
    set(header, String.valueOf(value));
  }
}
