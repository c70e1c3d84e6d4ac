package org.jpacker.api;

/**
 * A claim to a number: a protocol claims it for itself, a selector for the protocol that it
 * chooses.
 */
sealed interface Claim permits Protocol, Selector {

  /** The reader of payloads that the number selects. */
  Reader reader();
}
