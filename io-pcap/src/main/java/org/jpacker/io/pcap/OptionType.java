package org.jpacker.io.pcap;

import java.util.Locale;

/**
 * Types of pcapng options, <a
 * href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html">sections 3.5 and 4 of the
 * draft</a>. The constants are the draft's names in capitals.
 */
public enum OptionType {
  /** A comment, UTF-8 text, in any block. */
  OPT_COMMENT(0, 1, Shape.TEXT),
  /** Description of the hardware that created the section. */
  SHB_HARDWARE(Block.SECTION_HEADER, 2, Shape.TEXT),
  /** Operating system on which the section was created. */
  SHB_OS(Block.SECTION_HEADER, 3, Shape.TEXT),
  /** Application that created the section. */
  SHB_USERAPPL(Block.SECTION_HEADER, 4, Shape.TEXT),
  /** Name of the capture device, such as {@code eth0}. */
  IF_NAME(Block.INTERFACE, 2, Shape.TEXT),
  /** Description of the capture device. */
  IF_DESCRIPTION(Block.INTERFACE, 3, Shape.TEXT),
  /** IPv4 address and netmask of the interface. */
  IF_IPV4ADDR(Block.INTERFACE, 4, Shape.IPV4_NETWORK),
  /** IPv6 address and prefix length of the interface. */
  IF_IPV6ADDR(Block.INTERFACE, 5, Shape.IPV6_NETWORK),
  /** MAC address of the interface, 48 bits. */
  IF_MACADDR(Block.INTERFACE, 6, Shape.MAC),
  /** EUI-64 of the interface. */
  IF_EUIADDR(Block.INTERFACE, 7, Shape.EUI),
  /** Speed of the interface in bits per second. */
  IF_SPEED(Block.INTERFACE, 8, Shape.LONG),
  /** Unit of the interface's time stamps. */
  IF_TSRESOL(Block.INTERFACE, 9, Shape.RESOLUTION),
  /** Time zone; obsolete. */
  IF_TZONE(Block.INTERFACE, 10, Shape.INT),
  /** Filter that selected the captured packets. */
  IF_FILTER(Block.INTERFACE, 11, Shape.KIND_AND_OCTETS),
  /** Operating system of the host that has the interface. */
  IF_OS(Block.INTERFACE, 12, Shape.TEXT),
  /** Length of the frame check sequence of the interface's packets, an 8-bit number. */
  IF_FCSLEN(Block.INTERFACE, 13, Shape.OCTET),
  /** Seconds to add to each time stamp. */
  IF_TSOFFSET(Block.INTERFACE, 14, Shape.LONG),
  /** Description of the interface hardware. */
  IF_HARDWARE(Block.INTERFACE, 15, Shape.TEXT),
  /** Transmit speed of the interface in bits per second. */
  IF_TXSPEED(Block.INTERFACE, 16, Shape.LONG),
  /** Receive speed of the interface in bits per second. */
  IF_RXSPEED(Block.INTERFACE, 17, Shape.LONG),
  /** Time zone in the IANA database, such as {@code Europe/Berlin}. */
  IF_IANA_TZNAME(Block.INTERFACE, 18, Shape.TEXT),
  /** Direction, reception type and link-layer errors of the packet. */
  EPB_FLAGS(Block.ENHANCED_PACKET, 2, Shape.FLAGS),
  /** Hash of the packet's octets; the first octet of the value gives the algorithm. */
  EPB_HASH(Block.ENHANCED_PACKET, 3, Shape.KIND_AND_OCTETS),
  /** Number of packets lost between the previous packet and this one. */
  EPB_DROPCOUNT(Block.ENHANCED_PACKET, 4, Shape.LONG),
  /** Identifies a packet that was captured on several interfaces; equal for all copies. */
  EPB_PACKETID(Block.ENHANCED_PACKET, 5, Shape.LONG),
  /** Queue of the interface on which the packet was received. */
  EPB_QUEUE(Block.ENHANCED_PACKET, 6, Shape.INT),
  /** Verdict on the packet, such as that of an eBPF program. */
  EPB_VERDICT(Block.ENHANCED_PACKET, 7, Shape.KIND_AND_OCTETS),
  /** Process and thread identifiers, 32 bits each. */
  EPB_PROCESSID_THREADID(Block.ENHANCED_PACKET, 8, Shape.LONG),
  /** Direction, reception type and link-layer errors, in the obsolete packet block. */
  PACK_FLAGS(Block.OLD_PACKET, 2, Shape.FLAGS),
  /** Hash of the packet's octets, in the obsolete packet block. */
  PACK_HASH(Block.OLD_PACKET, 3, Shape.KIND_AND_OCTETS),
  /** Name of the server that resolved the names. */
  NS_DNSNAME(Block.NAME_RESOLUTION, 2, Shape.TEXT),
  /** IPv4 address of the name server. */
  NS_DNSIP4ADDR(Block.NAME_RESOLUTION, 3, Shape.IPV4),
  /** IPv6 address of the name server. */
  NS_DNSIP6ADDR(Block.NAME_RESOLUTION, 4, Shape.IPV6),
  /** Time at which capturing began. */
  ISB_STARTTIME(Block.INTERFACE_STATISTICS, 2, Shape.TIME),
  /** Time at which capturing ended. */
  ISB_ENDTIME(Block.INTERFACE_STATISTICS, 3, Shape.TIME),
  /** Packets received by the interface. */
  ISB_IFRECV(Block.INTERFACE_STATISTICS, 4, Shape.LONG),
  /** Packets dropped by the interface. */
  ISB_IFDROP(Block.INTERFACE_STATISTICS, 5, Shape.LONG),
  /** Packets accepted by the filter. */
  ISB_FILTERACCEPT(Block.INTERFACE_STATISTICS, 6, Shape.LONG),
  /** Packets dropped by the operating system. */
  ISB_OSDROP(Block.INTERFACE_STATISTICS, 7, Shape.LONG),
  /** Packets delivered to the capturing program. */
  ISB_USRDELIV(Block.INTERFACE_STATISTICS, 8, Shape.LONG);

  /** The encodings of option values. */
  enum Shape {
    TEXT(-1),
    OCTET(1),
    INT(4),
    LONG(8),
    /** 64 bits, upper half first in either byte order. */
    TIME(8),
    FLAGS(4),
    RESOLUTION(1),
    KIND_AND_OCTETS(-1),
    IPV4(4),
    IPV6(16),
    IPV4_NETWORK(8),
    IPV6_NETWORK(17),
    MAC(6),
    EUI(8);

    /** Octets of a value, or -1 if they vary. */
    final int size;

    Shape(int size) {
      this.size = size;
    }
  }

  private static final OptionType[] ALL = values();

  private final int block;
  private final int code;
  final Shape shape;

  OptionType(int block, int code, Shape shape) {
    this.block = block;
    this.code = code;
    this.shape = shape;
  }

  /** The option code as written in the file, 16 bits. */
  public int code() {
    return code;
  }

  /** The type of the blocks that have this option, or 0 for an option of all blocks. */
  public int block() {
    return block;
  }

  /** The name used by the draft, such as {@code if_tsresol}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The option type with this code in blocks of this type, or null. */
  static OptionType of(int block, int code) {
    for (OptionType type : ALL) {
      if (type.code == code && (type.block == block || type.block == 0)) {
        return type;
      }
    }
    return null;
  }
}
