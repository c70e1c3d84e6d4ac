package org.jpacker.api;

/** A field whose value is a number; a flag counts as 0 or 1. */
public sealed interface NumberField extends ScalarField permits RefinableNumber, FlagField {

  @Override
  default long read(byte[] octets, int start) {
    Traits traits = traits();
    return traits.read(octets, start, bit(), width()) * traits.times();
  }

  /** Whether {@code header} has the initial value of this field. */
  default boolean isInitial(Header header) {
    return number(header) == traits().initial() * traits().times();
  }
}
