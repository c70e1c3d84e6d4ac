package org.jpacker.api;

/** Kinds of change, a bit each, that a header remembers until its derived fields follow. */
final class Reach {
  /** Octets of the header changed. */
  static final int OWN = 1;

  /** The size of the header changed. */
  static final int OWN_SIZE = 2;

  /** The addresses of the IP layer below changed, or the carrier did. */
  static final int PSEUDO = 4;

  /** Something changed in what the header carries. */
  static final int PAYLOAD_OCTETS = 8;

  /** The size of what the header carries changed. */
  static final int PAYLOAD_SIZE = 16;

  /** The header carries another protocol. */
  static final int PAYLOAD_PROTOCOL = 32;

  /** A field was unpinned; it counts as reached. */
  static final int FORCED = 64;

  /** All of them. */
  static final int ALL = -1;

  private Reach() {}
}
