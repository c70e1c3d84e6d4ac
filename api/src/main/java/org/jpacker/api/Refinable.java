package org.jpacker.api;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * A field with a position in its header, and the derived copies that refine it.
 *
 * @param <F> the kind of the field and of its copies
 */
public sealed interface Refinable<F extends Refinable<F>> extends Field
    permits RefinableNumber, FlagField, MacField, Ipv4Field, Ipv6Field, BytesField, TextField {

  /** A copy with these traits in place of its own. */
  F with(Traits traits);

  /** A copy whose value is derived from the rest of the packet. */
  default F asDerived() {
    return refined(traits -> traits.derived = true);
  }

  /** A copy that is present only if {@code when} holds; {@code condition} describes it in words. */
  default F when(String condition, Predicate<Header> when) {
    return refined(
        traits -> {
          traits.condition = condition;
          traits.when = when;
        });
  }

  /** A copy that is present only in headers with {@code flag} set. */
  default F when(FlagField flag) {
    return when(flag.name() + " is set", flag::get);
  }

  /**
   * A copy whose position depends on the header: {@code place} returns bits from the header's
   * start, or a negative number if the field is absent.
   */
  default F at(ToIntFunction<Header> place) {
    return refined(traits -> traits.at = place);
  }

  private F refined(Consumer<Traits.Draft> change) {
    return with(traits().with(change));
  }
}
