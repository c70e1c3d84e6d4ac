package org.jpacker.api;

/**
 * A field whose value fits into a {@code long}: a number, or an address of up to 64 bits, whose
 * bits are taken as an unsigned number.
 */
public sealed interface ScalarField extends Field permits NumberField, MacField, Ipv4Field {

  /** The value in {@code header} as a number, or 0 where the field is absent. */
  long number(Header header);

  /**
   * The value as a number, in a header that begins at {@code start} of {@code octets}: for a field
   * that is present and lies at a fixed place.
   *
   * @throws IndexOutOfBoundsException if the octets end before the field does
   */
  long read(byte[] octets, int start);
}
