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

  /** Whether a transport checksum of zero says that the sender made none. */
  boolean allowsNoChecksum();
}
