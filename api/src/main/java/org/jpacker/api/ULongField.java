package org.jpacker.api;

/**
 * A field with a number of up to 64 bits, a {@code long} in Java.
 *
 * @param name display-filter name
 * @param bit bits from the start of the header
 * @param width width in bits, 1 to 64
 * @param traits the refinements
 */
public record ULongField(String name, int bit, int width, Traits traits)
    implements RefinableNumber<ULongField> {

  /**
   * Checks the width.
   *
   * @throws IllegalArgumentException if it is not 1 to 64 bits
   */
  public ULongField {
    if (width < 1 || width > 64) {
      throw new IllegalArgumentException(name + ": 1 to 64 bits, not " + width);
    }
  }

  /** A field of {@code width} bits at {@code bit} bits from the start of the header. */
  public static ULongField at(int bit, int width, String name) {
    return new ULongField(name, bit, width, Traits.NONE);
  }

  /** A copy whose value in a new header is {@code value}. */
  public ULongField orElse(long value) {
    return with(traits.initial(traits.fit(this, width, value)));
  }

  @Override
  public ULongField with(Traits traits) {
    return new ULongField(name, bit, width, traits);
  }

  /** The value in {@code header}; 0 if the field is absent. */
  public long get(Header header) {
    int place = traits.place(header, this);
    return place < 0 ? 0 : (traits.read(header, place, width) * traits.times());
  }

  /**
   * Sets the value in {@code header}; a derived field is pinned.
   *
   * @throws IllegalArgumentException if the value does not fit
   * @throws IllegalStateException if the field is absent, even with this value
   */
  public void set(Header header, long value) {
    long raw = traits.fit(this, width, value);
    int place = traits.placeToSet(header, this, raw);
    header.beforeChange();
    traits.write(header, place, width, raw);
    header.afterChange(this);
  }

  @Override
  public long number(Header header) {
    return get(header);
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
