package org.jpacker.api;

/**
 * A number of up to 31 bits, an {@code int} in Java.
 *
 * @param bit bits from the start of the header
 * @param width bits, 1 to 31
 */
public record UIntField(String name, int bit, int width, Traits traits)
    implements RefinableNumber<UIntField> {

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
    return with(traits.initial(traits.fit(this, width, value)));
  }

  @Override
  public UIntField with(Traits traits) {
    return new UIntField(name, bit, width, traits);
  }

  /** The value in {@code header}, or 0 where the field is absent. */
  public int get(Header header) {
    int place = traits.place(header, this);
    return place < 0 ? 0 : (int) (traits.read(header, place, width) * traits.times());
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
