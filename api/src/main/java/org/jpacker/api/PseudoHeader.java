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

  /** Octets of each of its addresses: 4 for IPv4, 16 for IPv6. */
  int addressSize();

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

  /** The nearest carrier of {@code header} that lends a pseudo header, or null. */
  static PseudoHeader of(Header header) {
    for (Header h = header.carrier(); h != null; h = h.carrier()) {
      if (h instanceof PseudoHeader pseudo) {
        return pseudo;
      }
    }
    return null;
  }
}
