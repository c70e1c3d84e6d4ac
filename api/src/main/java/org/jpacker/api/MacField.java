package org.jpacker.api;

/**
 * A field with a MAC address.
 *
 * @param name display-filter name
 * @param bit bits from the start of the header
 * @param traits the refinements
 */
public record MacField(String name, int bit, Traits traits)
    implements AddressField, ScalarField, Refinable<MacField> {

  /** A field at {@code bit} bits from the start of the header, a multiple of 8. */
  public static MacField at(int bit, String name) {
    return new MacField(name, bit, Traits.NONE);
  }

  @Override
  public MacField with(Traits traits) {
    return new MacField(name, bit, traits);
  }

  @Override
  public int width() {
    return 48;
  }

  @Override
  public Address.Mac get(Header header) {
    int place = traits.place(header, this);
    if (place < 0) {
      return Address.Mac.ZERO;
    }
    return new Address.Mac(Octets.bits(header.octets, header.start, place, 48));
  }

  @Override
  public long number(Header header) {
    return get(header).bits();
  }

  @Override
  public long read(byte[] octets, int start) {
    return Octets.bits(octets, start, bit, 48);
  }

  /**
   * Sets the address in {@code header}.
   *
   * @throws IllegalStateException if the field is absent
   */
  public void set(Header header, Address.Mac value) {
    int at = traits.placeToSet(header, this) >>> 3;
    header.beforeChange();
    Octets.putBits(header.octets, header.start + at, 0, 48, value.bits());
    header.afterChange(this);
  }

  /**
   * Sets the address from its text, such as {@code "00:01:02:03:04:05"}.
   *
   * @throws IllegalArgumentException if the text is not a MAC address
   * @throws IllegalStateException if the field is absent
   */
  public void set(Header header, String text) {
    set(header, Address.Mac.of(text));
  }

  /**
   * Sets the address from its 6 octets.
   *
   * @throws IllegalArgumentException if their number is not 6
   * @throws IllegalStateException if the field is absent
   */
  public void set(Header header, byte[] octets) {
    set(header, Address.Mac.of(octets));
  }

  @Override
  public void assign(Header header, Object value) {
    set(
        header,
        value instanceof Address.Mac address ? address : Address.Mac.of(String.valueOf(value)));
  }
}
