package org.jpacker.api.spi;

import java.util.List;

/**
 * A type of record that a provider adds to the union of another module, see {@link
 * org.jpacker.api.contents.Addition}.
 */
public interface AddedType {

  /** The union, the same object for all additions to it; its text names it in messages. */
  Object union();

  /** The numbers that select the type. */
  List<Long> numbers();
}
