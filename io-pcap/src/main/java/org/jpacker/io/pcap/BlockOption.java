package org.jpacker.io.pcap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

/**
 * An option of a pcapng block, <a
 * href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html#section-3.5">section 3.5
 * of the draft</a>. Options defined there are decoded. All others, and those with an invalid
 * encoding, keep their octets.
 */
public sealed interface BlockOption {

  /** The option code as written in the file, 16 bits; -1 for {@link Malformed}. */
  int code();

  /** The name used by the draft, such as {@code if_name}, or the code for an unknown option. */
  String name();

  /** An option whose type is known. */
  sealed interface Known extends BlockOption {
    /** The type, which determines code and encoding. */
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

  /** An {@code opt_comment} option, which any block may have. */
  static Text comment(String text) {
    return new Text(OptionType.OPT_COMMENT, text);
  }

  /** The texts of the comments among {@code options}. */
  static List<String> comments(List<BlockOption> options) {
    List<String> comments = new ArrayList<>();
    for (BlockOption option : options) {
      if (option instanceof Text text && text.type == OptionType.OPT_COMMENT) {
        comments.add(text.text);
      }
    }
    return comments;
  }

  /**
   * A string, such as a comment, a name or a description.
   *
   * @param type an option type with a text value
   * @param text the value, encoded as UTF-8 in the file
   * @param rest a zero octet that ends the text and what follows it, which has no meaning but is
   *     copied; usually empty
   */
  record Text(OptionType type, String text, OctetString rest) implements Known {
    /** Rejects types whose value is not text, and a rest that begins with another octet than 0. */
    public Text {
      check(type, OptionType.Shape.TEXT);
      if (text.indexOf(0) >= 0 || rest.size() > 0 && rest.u8(0) != 0) {
        throw new IllegalArgumentException(
            type.label() + ": the first zero octet ends the text and begins the rest");
      }
    }

    /** A string without a zero octet at its end. */
    public Text(OptionType type, String text) {
      this(type, text, OctetString.EMPTY);
    }
  }

  /**
   * An integer, such as a counter, a speed or an identifier.
   *
   * @param type an option type with an integer value
   * @param value 64 bits, unsigned except for {@code if_tsoffset}
   */
  record Number(OptionType type, long value) implements Known {
    /** Rejects types whose value is not an integer, and values out of their range. */
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
   * A point in time, such as the start or the end of the capture.
   *
   * @param type an option type with a time value
   * @param units 64 bits, unsigned, in the unit of the interface
   */
  record Time(OptionType type, long units) implements Known {
    /** Rejects types whose value is not a time. */
    public Time {
      check(type, OptionType.Shape.TIME);
    }

    @Override
    public String toString() {
      return "Time[type=" + type + ", units=" + Long.toUnsignedString(units) + "]";
    }
  }

  /**
   * The unit of time stamps, {@code if_tsresol}.
   *
   * @param resolution the unit
   */
  record Resolution(TimeResolution resolution) implements Known {
    @Override
    public OptionType type() {
      return OptionType.IF_TSRESOL;
    }
  }

  /**
   * An IPv4 address of the interface, {@code if_IPv4addr}.
   *
   * @param address the address
   * @param mask the netmask
   */
  record Ipv4Network(Address.Ipv4 address, Address.Ipv4 mask) implements Known {
    @Override
    public OptionType type() {
      return OptionType.IF_IPV4ADDR;
    }
  }

  /**
   * An IPv6 address of the interface, {@code if_IPv6addr}.
   *
   * @param address the address
   * @param prefixLength length of the network prefix in bits
   */
  record Ipv6Network(Address.Ipv6 address, int prefixLength) implements Known {
    @Override
    public OptionType type() {
      return OptionType.IF_IPV6ADDR;
    }
  }

  /**
   * The MAC address of the interface, {@code if_MACaddr}.
   *
   * @param address the address, 48 bits
   */
  record Mac(Address.Mac address) implements Known {
    @Override
    public OptionType type() {
      return OptionType.IF_MACADDR;
    }
  }

  /**
   * The EUI-64 of the interface, {@code if_EUIaddr}.
   *
   * @param bits the identifier, first octet in the highest bits
   */
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

  /**
   * The address of the name server that resolved the names, {@code ns_dnsIP4addr} or {@code
   * ns_dnsIP6addr}.
   *
   * @param address an IPv4 or IPv6 address
   */
  record NameServer(Address address) implements Known {
    /** Rejects MAC addresses. */
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

  /**
   * Direction, reception type and link-layer errors of a packet, {@code epb_flags}.
   *
   * @param type {@code epb_flags} or {@code pack_flags}
   * @param bits the flags word, 32 bits
   */
  record Flags(OptionType type, int bits) implements Known {
    /** Rejects types whose value is not a flags word. */
    public Flags {
      check(type, OptionType.Shape.FLAGS);
    }

    /** Flags of an enhanced packet block. */
    public Flags(int bits) {
      this(OptionType.EPB_FLAGS, bits);
    }

    /** Whether the packet was received by the capturing host. */
    public boolean isInbound() {
      return (bits & 3) == 1;
    }

    /** Whether the packet was sent by the capturing host. */
    public boolean isOutbound() {
      return (bits & 3) == 2;
    }

    /** Reception type: 0 unspecified, 1 unicast, 2 multicast, 3 broadcast, 4 promiscuous. */
    public int reception() {
      return bits >>> 2 & 7;
    }

    /** Octets of the frame check sequence, 0 if unknown. */
    public int fcsLength() {
      return bits >>> 5 & 15;
    }

    /**
     * Link-layer error bits of the flags word, from symbol error (bit 15) down to CRC error (bit
     * 8).
     */
    public int linkErrors() {
      return bits >>> 16;
    }

    @Override
    public String toString() {
      return "Flags[0x" + HexFormat.of().toHexDigits(bits) + "]";
    }
  }

  /**
   * Octets with a leading octet that gives their kind: hashes, verdicts and filters.
   *
   * @param type an option type with such a value
   * @param kind for a filter 0 text, 1 BPF code; for a hash 0 two's complement, 1 XOR, 2 CRC32, 3
   *     MD5, 4 SHA-1; for a verdict 0 hardware, 1 eBPF for TC, 2 eBPF for XDP
   * @param octets the octets after the kind
   */
  record Tagged(OptionType type, int kind, OctetString octets) implements Known {
    /** Rejects other option types, and a kind of more than one octet. */
    public Tagged {
      check(type, OptionType.Shape.KIND_AND_OCTETS);
      if (kind < 0 || kind > 0xff) {
        throw new IllegalArgumentException(
            "the kind of " + type.label() + " is one octet: " + kind);
      }
    }

    /** The filter expression, or null if this is not a textual filter. */
    public String filter() {
      return type == OptionType.IF_FILTER && kind == 0 ? octets.text(StandardCharsets.UTF_8) : null;
    }
  }

  /**
   * A vendor-specific option.
   *
   * @param code 2988 for text, 2989 for octets; 19372 and 19373 likewise, but dropped when a
   *     program changes the file
   * @param enterprise IANA private enterprise number, 32 bits
   * @param octets the octets after the enterprise number
   */
  record Custom(int code, long enterprise, OctetString octets) implements BlockOption {
    /** Rejects codes other than the four of custom options. */
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

    /** Whether a program that changes the file should copy the option. */
    public boolean isCopied() {
      return code < 19372;
    }
  }

  /**
   * An option of any other type, or one whose value is not valid for its type.
   *
   * @param code the option code, 16 bits
   * @param octets the value
   */
  record Unknown(int code, OctetString octets) implements BlockOption {
    @Override
    public String name() {
      return "option " + code;
    }
  }

  /**
   * The rest of the block from the point where options can no longer be parsed.
   *
   * @param octets the rest, with the code and the length of the option
   * @param reason why it cannot be parsed
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
      throw new IllegalArgumentException(type.label() + " has another type of value");
    }
  }
}
