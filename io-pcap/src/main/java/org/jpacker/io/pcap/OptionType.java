package org.jpacker.io.pcap;

import java.util.Locale;

/**
 * Options of pcapng blocks, under the names of the <a
 * href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html">draft</a> in capitals.
 */
public enum OptionType {
  /** Text for people, in any block. */
  OPT_COMMENT(0, 1, Shape.TEXT),
  /** The machine that made the section. */
  SHB_HARDWARE(Block.SECTION_HEADER, 2, Shape.TEXT),
  /** The operating system that made the section. */
  SHB_OS(Block.SECTION_HEADER, 3, Shape.TEXT),
  /** The program that made the section. */
  SHB_USERAPPL(Block.SECTION_HEADER, 4, Shape.TEXT),
  /** The device. */
  IF_NAME(Block.INTERFACE, 2, Shape.TEXT),
  /** What the device is for. */
  IF_DESCRIPTION(Block.INTERFACE, 3, Shape.TEXT),
  /** An address and its mask. */
  IF_IPV4ADDR(Block.INTERFACE, 4, Shape.IPV4_NETWORK),
  /** An address and the length of its prefix. */
  IF_IPV6ADDR(Block.INTERFACE, 5, Shape.IPV6_NETWORK),
  /** The hardware address. */
  IF_MACADDR(Block.INTERFACE, 6, Shape.MAC),
  /** The hardware address of 64 bits. */
  IF_EUIADDR(Block.INTERFACE, 7, Shape.EUI),
  /** Bits per second. */
  IF_SPEED(Block.INTERFACE, 8, Shape.LONG),
  /** The unit of time stamps. */
  IF_TSRESOL(Block.INTERFACE, 9, Shape.RESOLUTION),
  /** The time zone; not used any more. */
  IF_TZONE(Block.INTERFACE, 10, Shape.INT),
  /** What was captured, by which rule. */
  IF_FILTER(Block.INTERFACE, 11, Shape.KIND_AND_OCTETS),
  /** The operating system of the machine that the interface is of. */
  IF_OS(Block.INTERFACE, 12, Shape.TEXT),
  /** The length of the frame check sequence. */
  IF_FCSLEN(Block.INTERFACE, 13, Shape.OCTET),
  /** Seconds to add to each time stamp. */
  IF_TSOFFSET(Block.INTERFACE, 14, Shape.LONG),
  /** The make of the hardware. */
  IF_HARDWARE(Block.INTERFACE, 15, Shape.TEXT),
  /** Bits per second that are sent. */
  IF_TXSPEED(Block.INTERFACE, 16, Shape.LONG),
  /** Bits per second that are received. */
  IF_RXSPEED(Block.INTERFACE, 17, Shape.LONG),
  /** The time zone, as IANA names it. */
  IF_IANA_TZNAME(Block.INTERFACE, 18, Shape.TEXT),
  /** Direction, reception and errors. */
  EPB_FLAGS(Block.ENHANCED_PACKET, 2, Shape.FLAGS),
  /** A hash of the packet. */
  EPB_HASH(Block.ENHANCED_PACKET, 3, Shape.KIND_AND_OCTETS),
  /** Packets lost between this one and the one before. */
  EPB_DROPCOUNT(Block.ENHANCED_PACKET, 4, Shape.LONG),
  /** The same for the same packet seen on several interfaces. */
  EPB_PACKETID(Block.ENHANCED_PACKET, 5, Shape.LONG),
  /** The queue of the interface. */
  EPB_QUEUE(Block.ENHANCED_PACKET, 6, Shape.INT),
  /** What was done with the packet. */
  EPB_VERDICT(Block.ENHANCED_PACKET, 7, Shape.KIND_AND_OCTETS),
  /** Process and thread, 32 bits each. */
  EPB_PROCESSID_THREADID(Block.ENHANCED_PACKET, 8, Shape.LONG),
  /** Direction, reception and errors, in the obsolete packet block. */
  PACK_FLAGS(Block.OLD_PACKET, 2, Shape.FLAGS),
  /** A hash of the packet, in the obsolete packet block. */
  PACK_HASH(Block.OLD_PACKET, 3, Shape.KIND_AND_OCTETS),
  /** The name server. */
  NS_DNSNAME(Block.NAME_RESOLUTION, 2, Shape.TEXT),
  /** The name server's address. */
  NS_DNSIP4ADDR(Block.NAME_RESOLUTION, 3, Shape.IPV4),
  /** The name server's address. */
  NS_DNSIP6ADDR(Block.NAME_RESOLUTION, 4, Shape.IPV6),
  /** When capturing began. */
  ISB_STARTTIME(Block.INTERFACE_STATISTICS, 2, Shape.TIME),
  /** When capturing ended. */
  ISB_ENDTIME(Block.INTERFACE_STATISTICS, 3, Shape.TIME),
  /** Packets that the interface received. */
  ISB_IFRECV(Block.INTERFACE_STATISTICS, 4, Shape.LONG),
  /** Packets that the interface dropped. */
  ISB_IFDROP(Block.INTERFACE_STATISTICS, 5, Shape.LONG),
  /** Packets that the filter accepted. */
  ISB_FILTERACCEPT(Block.INTERFACE_STATISTICS, 6, Shape.LONG),
  /** Packets that the operating system dropped. */
  ISB_OSDROP(Block.INTERFACE_STATISTICS, 7, Shape.LONG),
  /** Packets that were handed to the user. */
  ISB_USRDELIV(Block.INTERFACE_STATISTICS, 8, Shape.LONG);

  /** How a value is encoded. */
  enum Shape {
    TEXT(-1),
    OCTET(1),
    INT(4),
    LONG(8),
    /** The upper 32 bits first, whatever the byte order. */
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

    /** Octets of a value, or -1 where that differs. */
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

  /** The number in files. */
  public int code() {
    return code;
  }

  /** Type of the blocks that have it, or 0 for all that have options. */
  public int block() {
    return block;
  }

  /** The draft's name, such as {@code if_tsresol}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The option with this number in blocks of this type, or null. */
  static OptionType of(int block, int code) {
    for (OptionType type : ALL) {
      if (type.code == code && (type.block == block || type.block == 0)) {
        return type;
      }
    }
    return null;
  }
}
