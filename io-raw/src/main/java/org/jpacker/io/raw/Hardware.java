package org.jpacker.io.raw;

/**
 * What packets begin with on an interface, told from the kind of its hardware.
 *
 * @param linkType the number that capture files use
 * @param isCooked whether the kernel takes the link header off and a Linux cooked header is put in
 *     its place, since what the interface has is not known or not dependable
 */
record Hardware(int linkType, boolean isCooked) {
  static final int ETHERNET = 1;
  static final int RAW_IP = 101;
  static final int SLL2 = 276;

  private static final int IPV4 = 228;
  private static final int IPV6 = 229;

  /** {@code hardware} is one of {@code ARPHRD_}, see linux/if_arp.h. */
  static Hardware of(int hardware) {
    int linkType =
        switch (hardware) {
          case 1, 772 -> ETHERNET; // loopback: with addresses of zeros
          case 519, 65534 -> RAW_IP; // raw IP, and none: tun, WireGuard
          case 768, 769, 776 -> RAW_IP; // IP in IP, IPv6 tunnel, IPv6 in IPv4
          case 513 -> 104; // Cisco HDLC
          case 801 -> 105; // 802.11
          case 802 -> 119; // 802.11 with Prism header
          case 803 -> 127; // 802.11 with radiotap
          // CAN and Netlink too: their own link types would have octets that the kernel does not
          // give
          default -> SLL2;
        };
    return new Hardware(linkType, linkType == SLL2);
  }

  /** Whether packets of one link type can be sent where another is expected. */
  static boolean takes(int expected, int linkType) {
    return linkType == expected || expected == RAW_IP && (linkType == IPV4 || linkType == IPV6);
  }
}
