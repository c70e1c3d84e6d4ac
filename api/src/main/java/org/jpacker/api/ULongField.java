package org.jpacker.api;

import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * A number of up to 64 bits, a {@code long} in Java.
 *
 * @param bit bits from the start of the header
 * @param width bits, 1 to 64
 */
public record ULongField(String name, int bit, int width, Traits traits) implements Field {

  /** Refuses widths that do not fit the type. */
  public ULongField {
    if (width < 1 || width > 64) {
      throw new IllegalArgumentException(name + ": 1 to 64 bits, not " + width);
    }
  }

  /** The field of {@code width} bits at {@code bit} bits from the start of the header. */
  public static ULongField at(int bit, int width, String name) {
    return new ULongField(name, bit, width, Traits.NONE);
  }

  /** A copy whose value in a new header is {@code value}. */
  public ULongField orElse(long value) {
    return with(traits.withInitial(traits.fit(this, width, value)));
  }

  /** A copy whose least significant octet comes first on the wire. */
  public ULongField littleEndian() {
    return with(traits.asLittleEndian());
  }

  /** A copy that is a two's complement number. */
  public ULongField signed() {
    return with(traits.asSigned());
  }

  /** A copy whose value is the number on the wire multiplied with {@code factor}. */
  public ULongField times(int factor) {
    return with(traits.withTimes(factor));
  }

  /** A copy that is shown in hexadecimal. */
  public ULongField hex() {
    return with(traits.asHex());
  }

  /** A copy whose values have names. */
  public ULongField valueNames(ValueNames names) {
    return with(traits.withValueNames(names));
  }

  /** A copy whose values have these names. */
  public ULongField valueNames(Map<Long, String> names) {
    return valueNames(ValueNames.of(names));
  }

  /** A copy that is the number of {@code table} that says who reads the payload. */
  public ULongField selects(DispatchTable table) {
    return with(traits.withSelects(table));
  }

  /** A copy whose value follows from the rest of the packet. */
  public ULongField asDerived() {
    return with(traits.asDerived());
  }

  /** A copy whose value is derived and a checksum, so that it can be told whether it is right. */
  public ULongField asChecksum() {
    return with(traits.asChecksum());
  }

  /** A copy that a header has only if {@code when} holds; {@code condition} says so in words. */
  public ULongField when(String condition, Predicate<Header> when) {
    return with(traits.withWhen(condition, when));
  }

  /** A copy that a header has only if {@code flag} is set in it. */
  public ULongField when(FlagField flag) {
    return with(traits.withWhen(flag.name() + " is set", flag::get));
  }

  /** A copy whose place, in bits from the start of the header, the header tells. */
  public ULongField at(ToIntFunction<Header> place) {
    return with(traits.withAt(place));
  }

  private ULongField with(Traits traits) {
    return new ULongField(name, bit, width, traits);
  }

  /** The value in {@code header}, or 0 where the field is absent. */
  public long get(Header header) {
    int place = traits.place(header, this);
    return place < 0 ? 0 : (traits.read(header, place, width) * traits.times());
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
  public void set(Header header, long value) {
    long raw = traits.fit(this, width, value);
    int place = traits.placeToSet(header, this, raw);
    header.beforeChange();
    traits.write(header, place, width, raw);
    header.afterChange(this);
  }

  @Override
  public Long value(Header header) {
    return isPresent(header) ? Long.valueOf(get(header)) : null;
  }

  @Override
  public String text(Header header) {
    return isPresent(header) ? traits.text(get(header), width) : "";
  }

  @Override
  public void assign(Header header, Object value) {
    set(header, Traits.number(this, value));
  }
}
