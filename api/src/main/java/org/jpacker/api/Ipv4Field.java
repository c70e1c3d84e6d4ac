package org.jpacker.api;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * An IPv4 address.
 *
 * @param bit bits from the start of the header
 */
public record Ipv4Field(String name, int bit, Traits traits) implements Field {

  /** The field at {@code bit} bits from the start of the header; a multiple of 8. */
  public static Ipv4Field at(int bit, String name) {
    return new Ipv4Field(name, bit, Traits.NONE);
  }

  /** A copy whose value follows from the rest of the packet. */
  public Ipv4Field asDerived() {
    return with(traits.asDerived());
  }

  /** A copy that a header has only if {@code when} holds; {@code condition} says so in words. */
  public Ipv4Field when(String condition, Predicate<Header> when) {
    return with(traits.withWhen(condition, when));
  }

  /** A copy that a header has only if {@code flag} is set in it. */
  public Ipv4Field when(FlagField flag) {
    return with(traits.withWhen(flag.name() + " is set", flag::get));
  }

  /** A copy whose place, in bits from the start of the header, the header tells. */
  public Ipv4Field at(ToIntFunction<Header> place) {
    return with(traits.withAt(place));
  }

  private Ipv4Field with(Traits traits) {
    return new Ipv4Field(name, bit, traits);
  }

  @Override
  public int width() {
    return 32;
  }

  /** The address in {@code header}; all zeros where the field is absent. */
  public Address.Ipv4 get(Header header) {
    int place = traits.place(header, this);
    if (place < 0) {
      return Address.Ipv4.ZERO;
    }
    return new Address.Ipv4(Octets.i32(header.octets, header.start + (place >>> 3)));
  }

  /**
   * The value, as a number, in a header that begins at {@code start} of {@code octets}: for a field
   * that is present and lies at a fixed place.
   *
   * @throws IndexOutOfBoundsException if the octets end before the field does
   */
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

  /** Sets the address from its text, such as {@code "1.2.3.4"}. */
  public void set(Header header, String text) {
    set(header, Address.Ipv4.of(text));
  }

  /** Sets the address from its 4 octets. */
  public void set(Header header, byte[] octets) {
    set(header, Address.Ipv4.of(octets));
  }

  @Override
  public Address.Ipv4 value(Header header) {
    return isPresent(header) ? get(header) : null;
  }

  @Override
  public String text(Header header) {
    return isPresent(header) ? get(header).toString() : "";
  }

  @Override
  public void assign(Header header, Object value) {
    set(
        header,
        value instanceof Address.Ipv4 address ? address : Address.Ipv4.of(String.valueOf(value)));
  }
}
