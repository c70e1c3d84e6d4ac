package org.jpacker.api;

/** Kinds of change, a bit each, that a header remembers until its derived fields follow. */
final class Reach {
  /** The octets of the header changed. */
  static final int OWN = 1;

  /** The size of the header changed. */
  static final int OWN_SIZE = 2;

  /** The addresses of the IP layer below changed, or the carrier did. */
  static final int PSEUDO = 4;

  /** Something in the payload changed. */
  static final int PAYLOAD_OCTETS = 8;

  /** The size of the payload changed. */
  static final int PAYLOAD_SIZE = 16;

  /** The protocol of the payload changed. */
  static final int PAYLOAD_PROTOCOL = 32;

  /** A field was unpinned; it is derived as if a change affected it. */
  static final int FORCED = 64;

  /** All of them. */
  static final int ALL = -1;

  private Reach() {}
}
