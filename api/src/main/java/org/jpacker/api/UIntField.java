package org.jpacker.api;

/**
 * A field with a number of up to 31 bits, an {@code int} in Java.
 *
 * @param name display-filter name
 * @param bit bits from the start of the header
 * @param width width in bits, 1 to 31
 * @param traits the refinements
 */
public record UIntField(String name, int bit, int width, Traits traits)
    implements RefinableNumber<UIntField> {

  /**
   * Checks the width.
   *
   * @throws IllegalArgumentException if it is not 1 to 31 bits
   */
  public UIntField {
    if (width < 1 || width > 31) {
      throw new IllegalArgumentException(name + ": 1 to 31 bits, not " + width);
    }
  }

  /** A field of {@code width} bits at {@code bit} bits from the start of the header. */
  public static UIntField at(int bit, int width, String name) {
    return new UIntField(name, bit, width, Traits.NONE);
  }

  /** A copy whose value in a new header is {@code value}. */
  public UIntField orElse(int value) {
    return with(traits.initial(traits.fit(this, width, value)));
  }

  @Override
  public UIntField with(Traits traits) {
    return new UIntField(name, bit, width, traits);
  }

  /** The value in {@code header}; 0 if the field is absent. */
  public int get(Header header) {
    int place = traits.place(header, this);
    return place < 0 ? 0 : (int) (traits.read(header, place, width) * traits.times());
  }

  /**
   * Sets the value in {@code header}; a derived field is pinned.
   *
   * @throws IllegalArgumentException if the value does not fit
   * @throws IllegalStateException if the field is absent, even with this value
   */
  public void set(Header header, int value) {
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
