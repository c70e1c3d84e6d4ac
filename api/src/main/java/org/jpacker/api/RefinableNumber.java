package org.jpacker.api;

import java.util.Map;

/**
 * A number of several bits, and the derived copies that refine it.
 *
 * @param <F> the kind of the field and of its copies
 */
public sealed interface RefinableNumber<F extends RefinableNumber<F>>
    extends NumberField, Refinable<F> permits UIntField, ULongField {

  /** A copy with the least significant octet first on the wire. */
  default F littleEndian() {
    return with(traits().with(traits -> traits.littleEndian = true));
  }

  /** A copy in two's complement. */
  default F signed() {
    return with(traits().with(traits -> traits.signed = true));
  }

  /** A copy whose value is the number on the wire multiplied by {@code factor}. */
  default F times(int factor) {
    return with(traits().with(traits -> traits.times = factor));
  }

  /** A copy that is shown in hexadecimal. */
  default F hex() {
    return with(traits().with(traits -> traits.hex = true));
  }

  /** A copy with names for its values. */
  default F valueNames(ValueNames names) {
    return with(traits().with(traits -> traits.valueNames = names));
  }

  /** A copy with these names for its values. */
  default F valueNames(Map<Long, String> names) {
    return valueNames(ValueNames.of(names));
  }

  /** A copy that is a derived checksum, which can be verified. */
  default F asChecksum() {
    return with(
        traits()
            .with(
                traits -> {
                  traits.derived = true;
                  traits.checksum = true;
                }));
  }

  /** A copy whose value selects the reader of the payload in {@code table}. */
  default F selects(DispatchTable table) {
    return with(traits().with(traits -> traits.selects = table));
  }
}
