package org.jpacker.api;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * A MAC address.
 *
 * @param bit bits from the start of the header
 */
public record MacField(String name, int bit, Traits traits) implements Field {

  /** The field at {@code bit} bits from the start of the header; a multiple of 8. */
  public static MacField at(int bit, String name) {
    return new MacField(name, bit, Traits.NONE);
  }

  /** A copy whose value follows from the rest of the packet. */
  public MacField asDerived() {
    return with(traits.asDerived());
  }

  /** A copy that a header has only if {@code when} holds; {@code condition} says so in words. */
  public MacField when(String condition, Predicate<Header> when) {
    return with(traits.withWhen(condition, when));
  }

  /** A copy that a header has only if {@code flag} is set in it. */
  public MacField when(FlagField flag) {
    return with(traits.withWhen(flag.name() + " is set", flag::get));
  }

  /** A copy whose place, in bits from the start of the header, the header tells. */
  public MacField at(ToIntFunction<Header> place) {
    return with(traits.withAt(place));
  }

  private MacField with(Traits traits) {
    return new MacField(name, bit, traits);
  }

  @Override
  public int width() {
    return 48;
  }

  /** The address in {@code header}; all zeros where the field is absent. */
  public Address.Mac get(Header header) {
    int place = traits.place(header, this);
    if (place < 0) {
      return Address.Mac.ZERO;
    }
    return new Address.Mac(Octets.bits(header.octets, header.start, place, 48));
  }

  /**
   * The value, as a number, in a header that begins at {@code start} of {@code octets}: for a field
   * that is present and lies at a fixed place.
   *
   * @throws IndexOutOfBoundsException if the octets end before the field does
   */
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

  /** Sets the address from its text, such as {@code "00:01:02:03:04:05"}. */
  public void set(Header header, String text) {
    set(header, Address.Mac.of(text));
  }

  /** Sets the address from its 6 octets. */
  public void set(Header header, byte[] octets) {
    set(header, Address.Mac.of(octets));
  }

  @Override
  public Address.Mac value(Header header) {
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
        value instanceof Address.Mac address ? address : Address.Mac.of(String.valueOf(value)));
  }
}
