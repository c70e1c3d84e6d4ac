package org.jpacker.api;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * One bit.
 *
 * @param bit bits from the start of the header
 */
public record FlagField(String name, int bit, Traits traits) implements Field {

  /** The flag at {@code bit} bits from the start of the header. */
  public static FlagField at(int bit, String name) {
    return new FlagField(name, bit, Traits.NONE);
  }

  /** A copy whose value in a new header is {@code value}. */
  public FlagField orElse(boolean value) {
    return with(traits.withInitial(value ? 1 : 0));
  }

  /** A copy whose value follows from the rest of the packet. */
  public FlagField asDerived() {
    return with(traits.asDerived());
  }

  /** A copy that a header has only if {@code when} holds; {@code condition} says so in words. */
  public FlagField when(String condition, Predicate<Header> when) {
    return with(traits.withWhen(condition, when));
  }

  /** A copy that a header has only if {@code flag} is set in it. */
  public FlagField when(FlagField flag) {
    return with(traits.withWhen(flag.name() + " is set", flag::get));
  }

  /** A copy whose place, in bits from the start of the header, the header tells. */
  public FlagField at(ToIntFunction<Header> place) {
    return with(traits.withAt(place));
  }

  private FlagField with(Traits traits) {
    return new FlagField(name, bit, traits);
  }

  @Override
  public int width() {
    return 1;
  }

  /** The value in {@code header}, or false where the field is absent. */
  public boolean get(Header header) {
    int place = traits.place(header, this);
    return place >= 0 && traits.read(header, place, 1) != 0;
  }

  /**
   * The value, as a number, in a header that begins at {@code start} of {@code octets}: for a field
   * that is present and lies at a fixed place.
   *
   * @throws IndexOutOfBoundsException if the octets end before the field does
   */
  public long read(byte[] octets, int start) {
    return Octets.bits(octets, start, bit, 1);
  }

  /**
   * Sets the value in {@code header}.
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
