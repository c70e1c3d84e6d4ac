package org.jpacker.api;

/**
 * A field with an IPv4 address.
 *
 * @param name display-filter name
 * @param bit bits from the start of the header
 * @param traits the refinements
 */
public record Ipv4Field(String name, int bit, Traits traits)
    implements AddressField, ScalarField, Refinable<Ipv4Field> {

  /** A field at {@code bit} bits from the start of the header, a multiple of 8. */
  public static Ipv4Field at(int bit, String name) {
    return new Ipv4Field(name, bit, Traits.NONE);
  }

  @Override
  public Ipv4Field with(Traits traits) {
    return new Ipv4Field(name, bit, traits);
  }

  @Override
  public int width() {
    return 32;
  }

  @Override
  public Address.Ipv4 get(Header header) {
    int place = traits.place(header, this);
    if (place < 0) {
      return Address.Ipv4.ZERO;
    }
    return new Address.Ipv4(Octets.i32(header.octets, header.start + (place >>> 3)));
  }

  @Override
  public long number(Header header) {
    return get(header).bits() & 0xffffffffL;
  }

  @Override
  public long read(byte[] octets, int start) {
    return Octets.i32(octets, start + (bit >>> 3)) & 0xffffffffL;
  }

  /**
   * Sets the address in {@code header}.
   *
   * @throws IllegalStateException if the field is absent
   */
  public void set(Header header, Address.Ipv4 value) {
    int at = traits.placeToSet(header, this) >>> 3;
    header.beforeChange();
    Octets.put32(header.octets, header.start + at, value.bits());
    header.afterChange(this);
  }

  /**
   * Sets the address from its text, such as {@code "1.2.3.4"}.
   *
   * @throws IllegalArgumentException if the text is not an IPv4 address
   * @throws IllegalStateException if the field is absent
   */
  public void set(Header header, String text) {
    set(header, Address.Ipv4.of(text));
  }

  /**
   * Sets the address from its 4 octets.
   *
   * @throws IllegalArgumentException if their number is not 4
   * @throws IllegalStateException if the field is absent
   */
  public void set(Header header, byte[] octets) {
    set(header, Address.Ipv4.of(octets));
  }

  @Override
  public void assign(Header header, Object value) {
    set(
        header,
        value instanceof Address.Ipv4 address ? address : Address.Ipv4.of(String.valueOf(value)));
  }
}
