package org.jpacker.api;

/**
 * A field of one bit.
 *
 * @param name display-filter name
 * @param bit bits from the start of the header
 * @param traits the refinements
 */
public record FlagField(String name, int bit, Traits traits)
    implements NumberField, Refinable<FlagField> {

  /** A flag at {@code bit} bits from the start of the header. */
  public static FlagField at(int bit, String name) {
    return new FlagField(name, bit, Traits.NONE);
  }

  /** A copy whose value in a new header is {@code value}. */
  public FlagField orElse(boolean value) {
    return with(traits.initial(value ? 1 : 0));
  }

  @Override
  public FlagField with(Traits traits) {
    return new FlagField(name, bit, traits);
  }

  @Override
  public int width() {
    return 1;
  }

  /** The value in {@code header}; false if the field is absent. */
  public boolean get(Header header) {
    int place = traits.place(header, this);
    return place >= 0 && traits.read(header, place, 1) != 0;
  }

  /**
   * Sets the flag in {@code header}.
   *
   * @throws IllegalStateException if the field is absent
   */
  public void set(Header header, boolean value) {
    int raw = value ? 1 : 0;
    int place = traits.placeToSet(header, this, raw);
    header.beforeChange();
    traits.write(header, place, 1, raw);
    header.afterChange(this);
  }

  @Override
  public long number(Header header) {
    return get(header) ? 1 : 0;
  }

  @Override
  public Boolean value(Header header) {
    return isPresent(header) ? Boolean.valueOf(get(header)) : null;
  }

  @Override
  public String text(Header header) {
    return isPresent(header) ? get(header) ? "1" : "0" : "";
  }

  @Override
  public void assign(Header header, Object value) {
    long number = Traits.number(this, "true".equals(value) ? 1 : "false".equals(value) ? 0 : value);
    set(header, traits.fit(this, 1, number) != 0);
  }
}
