package org.jpacker.api;

/**
 * One field of a header: its position, its name and its presentation. The same constant reads,
 * writes, shows and documents it.
 *
 * <p>There are nine kinds: numbers ({@link NumberField}: {@link UIntField}, {@link ULongField},
 * {@link FlagField}), addresses ({@link AddressField}: {@link MacField}, {@link Ipv4Field}, {@link
 * Ipv6Field}), octets ({@link BytesField}), text ({@link TextField}), and values computed from a
 * header ({@link ComputedField}). All kinds are records, so that the JIT compiler treats their
 * components as constants. Derived copies refine them: {@code UIntField.at(0, 4,
 * "ip.version").orElse(4)}.
 */
public sealed interface Field permits ScalarField, AddressField, Refinable, ComputedField {

  /** The display-filter name, such as {@code ip.ttl}. */
  String name();

  /** Bits from the start of the header, or -1 if the position depends on the header. */
  int bit();

  /** Width in bits, or -1 if it varies. */
  int width();

  /** The refinements of the field. */
  Traits traits();

  /** Names of its values: its own or, if it has none, those of the table that it selects in. */
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

  /** The value in {@code header}, or null if the field is absent. */
  Object value(Header header);

  /** The value as {@code tshark -T fields} prints it; empty if the field is absent. */
  String text(Header header);

  /**
   * Sets the value from its text, or from an object of the type that {@link #value} returns.
   *
   * @throws IllegalArgumentException if the value does not fit
   * @throws IllegalStateException if the field is absent
   */
  void assign(Header header, Object value);
}
