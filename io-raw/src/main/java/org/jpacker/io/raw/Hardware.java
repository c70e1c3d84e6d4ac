package org.jpacker.io.raw;

/**
 * The link header of an interface, derived from its hardware type.
 *
 * @param linkType the number used in capture files
 * @param isCooked whether the kernel removes the link header and a Linux cooked header takes its
 *     place, because the interface's own header is unknown or unreliable
 */
record Hardware(int linkType, boolean isCooked) {
  static final int ETHERNET = 1;
  static final int RAW_IP = 101;
  static final int SLL2 = 276;

  private static final int IPV4 = 228;
  private static final int IPV6 = 229;

  /** Maps a hardware type, one of the {@code ARPHRD_} numbers in linux/if_arp.h. */
  static Hardware of(int hardware) {
    int linkType =
        switch (hardware) {
          case 1, 772 -> ETHERNET; // loopback: an Ethernet header with zero addresses
          case 519, 65534 -> RAW_IP; // raw IP and no link layer: tun, WireGuard
          case 768, 769, 776 -> RAW_IP; // IP in IP, IPv6 tunnel, IPv6 in IPv4
          case 513 -> 104; // Cisco HDLC
          case 801 -> 105; // 802.11
          case 802 -> 119; // 802.11 with Prism header
          case 803 -> 127; // 802.11 with radiotap
          // includes CAN and Netlink: their own link types have octets that the kernel does not
          // provide
          default -> SLL2;
        };
    return new Hardware(linkType, linkType == SLL2);
  }

  /** Whether a packet of one link type can be sent where another is expected. */
  static boolean takes(int expected, int linkType) {
    return linkType == expected || expected == RAW_IP && (linkType == IPV4 || linkType == IPV6);
  }
}
