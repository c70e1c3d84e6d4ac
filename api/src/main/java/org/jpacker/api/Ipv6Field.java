package org.jpacker.api;

/**
 * A field with an IPv6 address.
 *
 * @param name display-filter name
 * @param bit bits from the start of the header
 * @param traits the refinements
 */
public record Ipv6Field(String name, int bit, Traits traits)
    implements AddressField, Refinable<Ipv6Field> {

  /** A field at {@code bit} bits from the start of the header, a multiple of 8. */
  public static Ipv6Field at(int bit, String name) {
    return new Ipv6Field(name, bit, Traits.NONE);
  }

  @Override
  public Ipv6Field with(Traits traits) {
    return new Ipv6Field(name, bit, traits);
  }

  @Override
  public int width() {
    return 128;
  }

  @Override
  public Address.Ipv6 get(Header header) {
    int place = traits.place(header, this);
    if (place < 0) {
      return Address.Ipv6.ZERO;
    }
    int at = header.start + (place >>> 3);
    return new Address.Ipv6(Octets.i64(header.octets, at), Octets.i64(header.octets, at + 8));
  }

  /**
   * The first 64 bits of the address in a header that begins at {@code start} of {@code octets}.
   */
  public long high(byte[] octets, int start) {
    return Octets.i64(octets, start + (bit >>> 3));
  }

  /** The last 64 bits of the address in a header that begins at {@code start} of {@code octets}. */
  public long low(byte[] octets, int start) {
    return Octets.i64(octets, start + (bit >>> 3) + 8);
  }

  /**
   * Sets the address in {@code header}.
   *
   * @throws IllegalStateException if the field is absent
   */
  public void set(Header header, Address.Ipv6 value) {
    int at = traits.placeToSet(header, this) >>> 3;
    header.beforeChange();
    Octets.put64(header.octets, header.start + at, value.high());
    Octets.put64(header.octets, header.start + at + 8, value.low());
    header.afterChange(this);
  }

  /**
   * Sets the address from its text, such as {@code "2001:db8::1"}.
   *
   * @throws IllegalArgumentException if the text is not an IPv6 address
   * @throws IllegalStateException if the field is absent
   */
  public void set(Header header, String text) {
    set(header, Address.Ipv6.of(text));
  }

  /**
   * Sets the address from its 16 octets.
   *
   * @throws IllegalArgumentException if their number is not 16
   * @throws IllegalStateException if the field is absent
   */
  public void set(Header header, byte[] octets) {
    set(header, Address.Ipv6.of(octets));
  }

  @Override
  public void assign(Header header, Object value) {
    set(
        header,
        value instanceof Address.Ipv6 address ? address : Address.Ipv6.of(String.valueOf(value)));
  }
}
