package org.jpacker.api;

import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * A number of up to 31 bits, an {@code int} in Java.
 *
 * @param bit bits from the start of the header
 * @param width bits, 1 to 31
 */
public record UIntField(String name, int bit, int width, Traits traits) implements Field {

  /** Refuses widths that do not fit the type. */
  public UIntField {
    if (width < 1 || width > 31) {
      throw new IllegalArgumentException(name + ": 1 to 31 bits, not " + width);
    }
  }

  /** The field of {@code width} bits at {@code bit} bits from the start of the header. */
  public static UIntField at(int bit, int width, String name) {
    return new UIntField(name, bit, width, Traits.NONE);
  }

  /** A copy whose value in a new header is {@code value}. */
  public UIntField orElse(int value) {
    return with(traits.withInitial(traits.fit(this, width, value)));
  }

  /** A copy whose least significant octet comes first on the wire. */
  public UIntField littleEndian() {
    return with(traits.asLittleEndian());
  }

  /** A copy that is a two's complement number. */
  public UIntField signed() {
    return with(traits.asSigned());
  }

  /** A copy whose value is the number on the wire multiplied with {@code factor}. */
  public UIntField times(int factor) {
    return with(traits.withTimes(factor));
  }

  /** A copy that is shown in hexadecimal. */
  public UIntField hex() {
    return with(traits.asHex());
  }

  /** A copy whose values have names. */
  public UIntField valueNames(ValueNames names) {
    return with(traits.withValueNames(names));
  }

  /** A copy whose values have these names. */
  public UIntField valueNames(Map<Long, String> names) {
    return valueNames(ValueNames.of(names));
  }

  /** A copy that is the number of {@code table} that says who reads the payload. */
  public UIntField selects(DispatchTable table) {
    return with(traits.withSelects(table));
  }

  /** A copy whose value follows from the rest of the packet. */
  public UIntField asDerived() {
    return with(traits.asDerived());
  }

  /** A copy whose value is derived and a checksum, so that it can be told whether it is right. */
  public UIntField asChecksum() {
    return with(traits.asChecksum());
  }

  /** A copy that a header has only if {@code when} holds; {@code condition} says so in words. */
  public UIntField when(String condition, Predicate<Header> when) {
    return with(traits.withWhen(condition, when));
  }

  /** A copy that a header has only if {@code flag} is set in it. */
  public UIntField when(FlagField flag) {
    return with(traits.withWhen(flag.name() + " is set", flag::get));
  }

  /** A copy whose place, in bits from the start of the header, the header tells. */
  public UIntField at(ToIntFunction<Header> place) {
    return with(traits.withAt(place));
  }

  private UIntField with(Traits traits) {
    return new UIntField(name, bit, width, traits);
  }

  /** The value in {@code header}, or 0 where the field is absent. */
  public int get(Header header) {
    int place = traits.place(header, this);
    return place < 0 ? 0 : (int) (traits.read(header, place, width) * traits.times());
  }

  /**
   * The value, as a number, in a header that begins at {@code start} of {@code octets}: for a field
   * that is present and lies at a fixed place.
   *
   * @throws IndexOutOfBoundsException if the octets end before the field does
   */
  public long read(byte[] octets, int start) {
    return traits.read(octets, start, bit, width) * traits.times();
  }

  /**
   * Sets the value in {@code header}; where the field is derived it is pinned.
   *
   * @throws IllegalArgumentException if the value does not fit
   * @throws IllegalStateException if the field is absent, with this value too
   */
  public void set(Header header, int value) {
    long raw = traits.fit(this, width, value);
    int place = traits.placeToSet(header, this, raw);
    header.beforeChange();
    traits.write(header, place, width, raw);
    header.afterChange(this);
  }

  @Override
  public Integer value(Header header) {
    return isPresent(header) ? Integer.valueOf(get(header)) : null;
  }

  @Override
  public String text(Header header) {
    return isPresent(header) ? traits.text(get(header), width) : "";
  }

  @Override
  public void assign(Header header, Object value) {
    set(header, Math.toIntExact(Traits.number(this, value)));
  }
}
