package org.jpacker.api;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * A field whose value a function computes, for contents of variable shape. The value may be text, a
 * number, a list of records or a quoted packet; it is null if the header does not have the field.
 *
 * @param name display-filter name
 * @param function computes the value from a header; must not throw
 * @param traits the refinements
 * @param digits hexadecimal digits of a number, 1 to 16; 0 if numbers are shown in decimal
 * @see org.jpacker.api.contents.Contents
 */
public record ComputedField(String name, Function<Header, ?> function, Traits traits, int digits)
    implements Field {

  /**
   * Checks the number of digits.
   *
   * @throws IllegalArgumentException unless it is 1 to 16 in a hexadecimal field and 0 in any other
   */
  public ComputedField {
    if (traits.hex() ? digits < 1 || digits > 16 : digits != 0) {
      throw new IllegalArgumentException(name + ": 1 to 16 digits, not " + digits);
    }
  }

  /**
   * The field {@code name} with the value that {@code function} computes from a header of type
   * {@code type}.
   */
  public static <H extends Header> ComputedField of(
      String name, Class<H> type, Function<? super H, ?> function) {
    return new ComputedField(name, header -> function.apply(type.cast(header)), Traits.NONE, 0);
  }

  /** The field {@code name} with a list of values; absent from headers with an empty list. */
  public static <H extends Header> ComputedField list(
      String name, Class<H> type, Function<? super H, ? extends List<?>> function) {
    return new ComputedField(name, new Values<>(type, function, null), Traits.NONE, 0);
  }

  /** A function that computes a list, and null in place of an empty one. */
  private record Values<H extends Header>(
      Class<H> type, Function<? super H, ? extends List<?>> function, ComputedField records)
      implements Function<Header, List<?>> {

    Values(Values<H> values, ComputedField records) {
      this(values.type, values.function, records);
    }

    @Override
    public List<?> apply(Header header) {
      List<?> values = function.apply(type.cast(header));
      return values.isEmpty() ? null : values;
    }
  }

  /** Whether the value is a list. Outputs without lists need not compute it. */
  public boolean isList() {
    return function instanceof Values;
  }

  /** The function that computes the list, as it was given; null if the value is no list. */
  public Function<?, ?> source() {
    return function instanceof Values<?> values ? values.function : null;
  }

  /**
   * A copy whose values are parts of the records that {@code records} lists: a header has it if it
   * has that field.
   */
  public ComputedField of(ComputedField records) {
    Values<?> values = (Values<?>) function;
    return new ComputedField(name, new Values<>(values, records), traits, digits);
  }

  /** The list of records whose parts the values are, or null. */
  public ComputedField records() {
    return function instanceof Values<?> values ? values.records : null;
  }

  /** A copy whose value is derived from the rest of the packet, see {@link Derivation#text}. */
  public ComputedField asDerived() {
    return new ComputedField(name, function, traits.with(traits -> traits.derived = true), digits);
  }

  /**
   * A copy that shows its number, or each number of its list, in hexadecimal.
   *
   * @param digits digits of each number, 1 to 16, as there is no width to follow; higher digits are
   *     not shown
   */
  public ComputedField hex(int digits) {
    return new ComputedField(name, function, traits.with(traits -> traits.hex = true), digits);
  }

  /** A copy with names for its number, or for each number of its list. */
  public ComputedField valueNames(ValueNames names) {
    return new ComputedField(
        name, function, traits.with(traits -> traits.valueNames = names), digits);
  }

  /** A copy with these names for its number, or for each number of its list. */
  public ComputedField valueNames(Map<Long, String> names) {
    return valueNames(ValueNames.of(names));
  }

  @Override
  public int bit() {
    return -1;
  }

  @Override
  public int width() {
    return -1;
  }

  @Override
  public boolean isPresent(Header header) {
    return value(header) != null;
  }

  @Override
  public Object value(Header header) {
    return header.has(this) || isOfRecords(header) ? function.apply(header) : null;
  }

  /** The layout does not have the fields that other modules add, but the list of records. */
  private boolean isOfRecords(Header header) {
    ComputedField records = records();
    return records != null && header.has(records);
  }

  @Override
  public String text(Header header) {
    Object value = value(header);
    if (value == null) {
      return "";
    }
    if (!(value instanceof List<?> items)) {
      return textOf(value);
    }
    StringJoiner text = new StringJoiner(",");
    items.forEach(item -> text.add(textOf(item)));
    return text.toString();
  }

  /** The text of a value that is not a list, or of an item of a list. */
  public String textOf(Object value) {
    if (digits > 0 && value instanceof Number number) {
      return "0x" + HexFormat.of().toHexDigits(number.longValue(), digits);
    }
    if (value instanceof byte[] octets) {
      return HexFormat.of().formatHex(octets);
    }
    if (value instanceof Boolean flag) {
      return flag ? "1" : "0";
    }
    String text = String.valueOf(value);
    // a record without components is shown by its name
    return text.endsWith("[]") && value instanceof Record
        ? text.substring(0, text.length() - 2)
        : text;
  }

  @Override
  public void assign(Header header, Object value) {
    throw new IllegalStateException(name + " follows from other fields and cannot be set");
  }
}
