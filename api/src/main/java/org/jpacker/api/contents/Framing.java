package org.jpacker.api.contents;

/** The head of each record of a {@link Series}: the same text reads and writes it. */
@FunctionalInterface
public interface Framing {

  /** Passes the numbers of a head, in the order of the octets. */
  void head(Head head);
}
