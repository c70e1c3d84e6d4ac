package org.jpacker.api.contents;

import org.jpacker.api.OctetString;

/** Where the next part ends, and what has to be written once that is known. */
final class Limit {
  /** End of what is outside, in reading. */
  int outer;

  /** End of the part, in reading; where it began, in writing. */
  int at;

  /** Number of octets that the part must have, or -1. */
  long exactly = -1;

  /** The place of the length in bits, and its width; 0 if there is none. */
  int patchBit;

  int width;
  int unit = 1;
  int plus;
  Leaf<Long> leaf;
  OctetString delimiter;
  String name;
}
