package org.jpacker.api;

/**
 * A field whose value fits into a {@code long}: a number, or an address of up to 64 bits, taken as
 * an unsigned number.
 */
public sealed interface ScalarField extends Field permits NumberField, MacField, Ipv4Field {

  /** The value in {@code header} as a number; 0 if the field is absent. */
  long number(Header header);

  /**
   * The value as a number, read from a header that begins at index {@code start} of {@code octets}.
   * The field must be present at a fixed position.
   *
   * @throws IndexOutOfBoundsException if the octets end before the field does
   */
  long read(byte[] octets, int start);
}
