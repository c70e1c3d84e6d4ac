package org.jpacker.api;

/** A field whose value is an address. */
public sealed interface AddressField extends Field permits MacField, Ipv4Field, Ipv6Field {

  /** The address in {@code header}; all zeros if the field is absent. */
  Address get(Header header);

  @Override
  default Address value(Header header) {
    return isPresent(header) ? get(header) : null;
  }

  @Override
  default String text(Header header) {
    return isPresent(header) ? get(header).toString() : "";
  }
}
