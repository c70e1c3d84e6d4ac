package org.jpacker.api;

/** What an IP header lends to the checksums of the layers that it carries. */
public interface PseudoHeader {

  /**
   * Adds the pseudo header to {@code sum}.
   *
   * @param protocol the number of the protocol whose checksum is computed
   * @param length octets of its header and data
   */
  void addPseudoHeader(InternetChecksum sum, int protocol, int length);

  /** Whether only a part of what was sent follows. */
  boolean isFragment();

  /**
   * Whether the packet tells all that the pseudo header has: the last node of a route may be known
   * to the nodes on the way only.
   */
  default boolean isKnown() {
    return true;
  }

  /** Whether the sender left the length, and with it all checksums, to its interface. */
  default boolean isOffloaded() {
    return false;
  }

  /** Whether a transport checksum of zero says that the sender made none. */
  boolean allowsNoChecksum();
}
