package org.jpacker.api;

import java.util.Map;

/**
 * A number of several bits, and the copies that refine it.
 *
 * @param <F> the kind of the field, and of its copies
 */
public sealed interface RefinableNumber<F extends RefinableNumber<F>>
    extends NumberField, Refinable<F> permits UIntField, ULongField {

  /** A copy whose least significant octet comes first on the wire. */
  default F littleEndian() {
    return with(traits().with(traits -> traits.littleEndian = true));
  }

  /** A copy that is a two's complement number. */
  default F signed() {
    return with(traits().with(traits -> traits.signed = true));
  }

  /** A copy whose value is the number on the wire multiplied with {@code factor}. */
  default F times(int factor) {
    return with(traits().with(traits -> traits.times = factor));
  }

  /** A copy that is shown in hexadecimal. */
  default F hex() {
    return with(traits().with(traits -> traits.hex = true));
  }

  /** A copy whose values have names. */
  default F valueNames(ValueNames names) {
    return with(traits().with(traits -> traits.valueNames = names));
  }

  /** A copy whose values have these names. */
  default F valueNames(Map<Long, String> names) {
    return valueNames(ValueNames.of(names));
  }

  /** A copy whose value is derived and a checksum, so that it can be told whether it is right. */
  default F asChecksum() {
    return with(
        traits()
            .with(
                traits -> {
                  traits.derived = true;
                  traits.checksum = true;
                }));
  }

  /** A copy that is the number of {@code table} that decides who reads the payload. */
  default F selects(DispatchTable table) {
    return with(traits().with(traits -> traits.selects = table));
  }
}
