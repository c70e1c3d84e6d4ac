package org.jpacker.api;

/** Who claims a number: a protocol for itself, or a selector for whom it chooses. */
sealed interface Claim permits Protocol, Selector {

  /** Reads what the number selects. */
  Reader reader();
}
