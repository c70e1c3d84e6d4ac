package org.jpacker.api;

/** The part of an IP header that enters the checksums of the layers it carries. */
public interface PseudoHeader {

  /**
   * Adds the pseudo header to {@code sum}.
   *
   * @param sum the sum of a checksum under way
   * @param protocol number of the protocol whose checksum is computed
   * @param length octets of its header and data
   */
  void addPseudoHeader(InternetChecksum sum, int protocol, int length);

  /** Octets per address: 4 for IPv4, 16 for IPv6. */
  int addressSize();

  /** Whether the payload is only a fragment of what was sent. */
  boolean isFragment();

  /**
   * Whether the packet contains all of the pseudo header. It may lack the final destination, if
   * only the nodes on a route know the last one.
   */
  default boolean isKnown() {
    return true;
  }

  /** Whether the sender left the length, and therefore all checksums, to its network interface. */
  default boolean isOffloaded() {
    return false;
  }

  /** Whether a transport checksum of zero means that the sender computed none. */
  boolean allowsNoChecksum();

  /** The nearest carrier of {@code header} that supplies a pseudo header, or null. */
  static PseudoHeader of(Header header) {
    for (Header h = header.carrier(); h != null; h = h.carrier()) {
      if (h instanceof PseudoHeader pseudo) {
        return pseudo;
      }
    }
    return null;
  }
}
