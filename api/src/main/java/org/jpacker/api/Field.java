package org.jpacker.api;

/**
 * One field of a header: where it lies, what it is called, how it is shown. The same constant
 * reads, writes, shows and documents it.
 *
 * <p>The kinds are nine: numbers ({@link NumberField}: {@link UIntField}, {@link ULongField},
 * {@link FlagField}), addresses ({@link AddressField}: {@link MacField}, {@link Ipv4Field}, {@link
 * Ipv6Field}), octets ({@link BytesField}), text ({@link TextField}), and what a function makes of
 * a header ({@link ComputedField}). All kinds are records, so that the virtual machine treats their
 * contents as constants. Derived copies refine them: {@code UIntField.at(0, 4,
 * "ip.version").orElse(4)}.
 */
public sealed interface Field permits ScalarField, AddressField, Refinable, ComputedField {

  /** The display-filter name, such as {@code ip.ttl}. */
  String name();

  /** Bits from the start of the header, or -1 where only the header can tell. */
  int bit();

  /** Bits, or -1 where the size varies. */
  int width();

  /** How the field was refined. */
  Traits traits();

  /** Names of its values: its own, or else those of the table that it selects in. */
  default ValueNames valueNames() {
    Traits traits = traits();
    return traits.valueNames().isEmpty() && traits.selects() != null
        ? traits.selects().names()
        : traits.valueNames();
  }

  /** Whether {@code header} has this field. */
  default boolean isPresent(Header header) {
    return header.has(this) && traits().place(header, this) >= 0;
  }

  /** The value, or null where the field is absent. */
  Object value(Header header);

  /** The value as {@code tshark -T fields} prints it, or an empty text where it is absent. */
  String text(Header header);

  /**
   * Sets the value from what {@link #value} gives, or from its text.
   *
   * @throws IllegalArgumentException if it does not fit
   * @throws IllegalStateException if the field is absent
   */
  void assign(Header header, Object value);
}
