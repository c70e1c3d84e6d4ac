package org.jpacker.api;

/** A field whose value is a number; that of a flag is 0 or 1. */
public sealed interface NumberField extends ScalarField permits RefinableNumber, FlagField {

  @Override
  default long read(byte[] octets, int start) {
    Traits traits = traits();
    return traits.read(octets, start, bit(), width()) * traits.times();
  }

  /** Whether {@code header} has the value that a new header has. */
  default boolean isInitial(Header header) {
    return number(header) == traits().initial() * traits().times();
  }
}
