package org.jpacker.io.pcap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

/**
 * An option of a pcapng block. What the draft names is decoded; everything else, and what is not
 * encoded as the draft says, keeps its octets.
 */
public sealed interface BlockOption {

  /** The number in files. */
  int code();

  /** The draft's name, such as {@code if_name}; of an unknown option its number. */
  String name();

  /** An option with a type that is known. */
  sealed interface Known extends BlockOption {
    /** Which option it is. */
    OptionType type();

    @Override
    default int code() {
      return type().code();
    }

    @Override
    default String name() {
      return type().label();
    }
  }

  /** A comment. */
  static Text comment(String text) {
    return new Text(OptionType.OPT_COMMENT, text);
  }

  /** Text: comments, names, descriptions. */
  record Text(OptionType type, String text) implements Known {
    /** Refuses types that are no text. */
    public Text {
      check(type, OptionType.Shape.TEXT);
    }
  }

  /**
   * A number: counts, speeds, identifiers.
   *
   * @param value of 64 bits, without sign but for {@code if_tsoffset}
   */
  record Number(OptionType type, long value) implements Known {
    /** Refuses types that are no number, and values that they cannot hold. */
    public Number {
      check(type, OptionType.Shape.LONG, OptionType.Shape.INT, OptionType.Shape.OCTET);
      if (type.shape.size < 8 && value >>> type.shape.size * 8 != 0) {
        throw new IllegalArgumentException(
            type.label() + " has " + type.shape.size + " octets, too few for " + value);
      }
    }

    /** The value in decimal. */
    public String text() {
      return type == OptionType.IF_TSOFFSET ? Long.toString(value) : Long.toUnsignedString(value);
    }

    @Override
    public String toString() {
      return "Number[type=" + type + ", value=" + text() + "]";
    }
  }

  /**
   * A time: begin and end of capturing.
   *
   * @param units 64 bits without sign, in the unit of the interface
   */
  record Time(OptionType type, long units) implements Known {
    /** Refuses types that are no time. */
    public Time {
      check(type, OptionType.Shape.TIME);
    }

    @Override
    public String toString() {
      return "Time[type=" + type + ", units=" + Long.toUnsignedString(units) + "]";
    }
  }

  /** The unit of time stamps, {@code if_tsresol}. */
  record Resolution(TimeResolution resolution) implements Known {
    @Override
    public OptionType type() {
      return OptionType.IF_TSRESOL;
    }
  }

  /** The address of an interface and its mask, {@code if_IPv4addr}. */
  record Ipv4Network(Address.Ipv4 address, Address.Ipv4 mask) implements Known {
    @Override
    public OptionType type() {
      return OptionType.IF_IPV4ADDR;
    }
  }

  /** The address of an interface and the length of its prefix, {@code if_IPv6addr}. */
  record Ipv6Network(Address.Ipv6 address, int prefixLength) implements Known {
    @Override
    public OptionType type() {
      return OptionType.IF_IPV6ADDR;
    }
  }

  /** The hardware address of an interface, {@code if_MACaddr}. */
  record Mac(Address.Mac address) implements Known {
    @Override
    public OptionType type() {
      return OptionType.IF_MACADDR;
    }
  }

  /** The hardware address of an interface, {@code if_EUIaddr}. */
  record Eui64(long bits) implements Known {
    @Override
    public OptionType type() {
      return OptionType.IF_EUIADDR;
    }

    @Override
    public String toString() {
      return "Eui64[" + HexFormat.of().toHexDigits(bits) + "]";
    }
  }

  /** The address of a name server. */
  record NameServer(Address address) implements Known {
    /** Refuses hardware addresses. */
    public NameServer {
      if (address instanceof Address.Mac) {
        throw new IllegalArgumentException("a name server has an IP address, not " + address);
      }
    }

    @Override
    public OptionType type() {
      return address instanceof Address.Ipv4 ? OptionType.NS_DNSIP4ADDR : OptionType.NS_DNSIP6ADDR;
    }
  }

  /** Direction, reception and errors of a packet, {@code epb_flags}. */
  record Flags(OptionType type, int bits) implements Known {
    /** Refuses types that are no flags. */
    public Flags {
      check(type, OptionType.Shape.FLAGS);
    }

    /** Flags of an enhanced packet block. */
    public Flags(int bits) {
      this(OptionType.EPB_FLAGS, bits);
    }

    /** Whether the packet came in. */
    public boolean isInbound() {
      return (bits & 3) == 1;
    }

    /** Whether the packet went out. */
    public boolean isOutbound() {
      return (bits & 3) == 2;
    }

    /** 0 not known, 1 unicast, 2 multicast, 3 broadcast, 4 promiscuous. */
    public int reception() {
      return bits >>> 2 & 7;
    }

    /** Octets of the frame check sequence, 0 where that is not known. */
    public int fcsLength() {
      return bits >>> 5 & 15;
    }

    /** Bits of what the link layer found wrong, from CRC (bit 8) to symbol errors (bit 15). */
    public int linkErrors() {
      return bits >>> 16;
    }

    @Override
    public String toString() {
      return "Flags[0x" + HexFormat.of().toHexDigits(bits) + "]";
    }
  }

  /**
   * Octets behind one that says what they are: hashes, verdicts, filters.
   *
   * @param kind of a filter 0 text, 1 BPF code; of a hash 0 two's complement, 1 XOR, 2 CRC32, 3
   *     MD5, 4 SHA-1; of a verdict 0 hardware, 1 eBPF for TC, 2 eBPF for XDP
   */
  record Tagged(OptionType type, int kind, OctetString octets) implements Known {
    /** Refuses types of another shape. */
    public Tagged {
      check(type, OptionType.Shape.KIND_AND_OCTETS);
      if (kind < 0 || kind > 0xff) {
        throw new IllegalArgumentException(
            "the kind of " + type.label() + " is one octet: " + kind);
      }
    }

    /** The filter as text, or null for none. */
    public String filter() {
      return type == OptionType.IF_FILTER && kind == 0 ? octets.text(StandardCharsets.UTF_8) : null;
    }
  }

  /**
   * An option of someone's own.
   *
   * @param code 2988 text, 2989 octets; 19372 and 19373 the same, not to be copied when the file is
   *     changed
   * @param enterprise IANA's private enterprise number, 32 bits
   */
  record Custom(int code, long enterprise, OctetString octets) implements BlockOption {
    /** Refuses other codes. */
    public Custom {
      if (!isCustom(code)) {
        throw new IllegalArgumentException("not the code of a custom option: " + code);
      }
    }

    static boolean isCustom(int code) {
      return code == 2988 || code == 2989 || code == 19372 || code == 19373;
    }

    @Override
    public String name() {
      return "opt_custom";
    }

    /** Whether it stays true when the file is changed. */
    public boolean isCopied() {
      return code < 19372;
    }
  }

  /** Any other option, and one whose octets are not what its type says. */
  record Unknown(int code, OctetString octets) implements BlockOption {
    @Override
    public String name() {
      return "option " + code;
    }
  }

  /**
   * What could not be read, to the end of the block.
   *
   * @param octets code and length included
   */
  record Malformed(OctetString octets, String reason) implements BlockOption {
    @Override
    public int code() {
      return -1;
    }

    @Override
    public String name() {
      return "malformed";
    }
  }

  private static void check(OptionType type, OptionType.Shape... shapes) {
    if (!Arrays.asList(shapes).contains(type.shape)) {
      throw new IllegalArgumentException(type.label() + " is encoded in another way");
    }
  }
}
