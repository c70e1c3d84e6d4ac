package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

/**
 * An option of neighbour discovery, <a
 * href="https://www.rfc-editor.org/rfc/rfc4861#section-4.6">RFC 4861, section 4.6</a>. The types
 * are <a href="https://www.iana.org/assignments/icmpv6-parameters">IANA's</a>. Reserved bits, which
 * receivers ignore, are not in the records; they are written as zero.
 */
public sealed interface NdOption {

  /** The type octet. */
  int type();

  /**
   * Link-layer address of the sender.
   *
   * @param address the address
   */
  record SourceLinkLayer(Address.Mac address) implements NdOption {
    @Override
    public int type() {
      return 1;
    }
  }

  /**
   * Link-layer address of the target.
   *
   * @param address the address
   */
  record TargetLinkLayer(Address.Mac address) implements NdOption {
    @Override
    public int type() {
      return 2;
    }
  }

  /**
   * A prefix of the link.
   *
   * @param length bits of the prefix
   * @param onLink whether addresses with this prefix are on the link
   * @param autonomous whether hosts may form addresses with it
   * @param routerAddress whether the prefix is the complete address of the router, <a
   *     href="https://www.rfc-editor.org/rfc/rfc6275#section-7.2">RFC 6275</a>
   * @param valid valid lifetime in seconds
   * @param preferred preferred lifetime in seconds
   * @param prefix 16 octets, of which {@code length} bits count
   */
  record PrefixInformation(
      int length,
      boolean onLink,
      boolean autonomous,
      boolean routerAddress,
      long valid,
      long preferred,
      Address.Ipv6 prefix)
      implements NdOption {
    @Override
    public int type() {
      return 3;
    }
  }

  /**
   * The redirected packet.
   *
   * @param packet its octets, padded to a multiple of eight
   */
  record RedirectedHeader(OctetString packet) implements NdOption {
    @Override
    public int type() {
      return 4;
    }
  }

  /**
   * MTU of the link.
   *
   * @param octets largest packet
   */
  record Mtu(long octets) implements NdOption {
    @Override
    public int type() {
      return 5;
    }
  }

  /**
   * Interval of router advertisements, <a
   * href="https://www.rfc-editor.org/rfc/rfc6275#section-7.3">RFC 6275</a>.
   *
   * @param milliseconds the longest interval
   */
  record AdvertisementInterval(long milliseconds) implements NdOption {
    @Override
    public int type() {
      return 7;
    }
  }

  /**
   * A home agent, <a href="https://www.rfc-editor.org/rfc/rfc6275#section-7.4">RFC 6275</a>.
   *
   * @param preference higher values are preferred
   * @param lifetime seconds
   */
  record HomeAgent(int preference, int lifetime) implements NdOption {
    @Override
    public int type() {
      return 8;
    }
  }

  /**
   * Addresses of a node, <a href="https://www.rfc-editor.org/rfc/rfc3122#section-3">RFC 3122</a>.
   *
   * @param type 9 for the source, 10 for the target
   * @param addresses IPv6 addresses of its link-layer address
   */
  record AddressList(int type, List<Address.Ipv6> addresses) implements NdOption {
    /** Copies the addresses. */
    public AddressList {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * RSA signature, <a href="https://www.rfc-editor.org/rfc/rfc3971#section-5.2">RFC 3971</a>.
   *
   * @param keyHash hash of the public key, 16 octets
   * @param signature signature including padding
   */
  record RsaSignature(OctetString keyHash, OctetString signature) implements NdOption {
    @Override
    public int type() {
      return 12;
    }
  }

  /**
   * Time at which the message was sent, <a
   * href="https://www.rfc-editor.org/rfc/rfc3971#section-5.3.1">RFC 3971</a>.
   *
   * @param time in units of 1/65536 second since 1970
   */
  record Timestamp(long time) implements NdOption {
    @Override
    public int type() {
      return 13;
    }

    @Override
    public String toString() {
      return "Timestamp[time=" + Long.toUnsignedString(time) + "]";
    }
  }

  /**
   * A random number, <a href="https://www.rfc-editor.org/rfc/rfc3971#section-5.3.2">RFC 3971</a>.
   *
   * @param nonce at least 6 octets
   */
  record Nonce(OctetString nonce) implements NdOption {
    @Override
    public int type() {
      return 14;
    }
  }

  /**
   * A route, <a href="https://www.rfc-editor.org/rfc/rfc4191#section-2.3">RFC 4191</a>.
   *
   * @param length bits of the prefix
   * @param preference 2 bits: 1 high, 0 medium, 3 low
   * @param lifetime seconds
   * @param prefix first 0, 8 or 16 octets of the prefix
   */
  record RouteInformation(int length, int preference, long lifetime, OctetString prefix)
      implements NdOption {
    @Override
    public int type() {
      return 24;
    }
  }

  /**
   * DNS servers, <a href="https://www.rfc-editor.org/rfc/rfc8106#section-5.1">RFC 8106</a>.
   *
   * @param lifetime seconds
   * @param addresses addresses of the servers
   */
  record NameServers(long lifetime, List<Address.Ipv6> addresses) implements NdOption {
    /** Copies the addresses. */
    public NameServers {
      addresses = List.copyOf(addresses);
    }

    @Override
    public int type() {
      return 25;
    }
  }

  /**
   * Further flags of a router advertisement, <a
   * href="https://www.rfc-editor.org/rfc/rfc5175#section-4">RFC 5175</a>.
   *
   * @param bits 48 bits
   */
  record MoreFlags(long bits) implements NdOption {
    @Override
    public int type() {
      return 26;
    }
  }

  /**
   * DNS search list, <a href="https://www.rfc-editor.org/rfc/rfc8106#section-5.2">RFC 8106</a>.
   *
   * @param lifetime seconds
   * @param domains such as {@code example.org}
   */
  record SearchList(long lifetime, List<String> domains) implements NdOption {
    /** Copies the domains. */
    public SearchList {
      domains = List.copyOf(domains);
    }

    @Override
    public int type() {
      return 31;
    }
  }

  /**
   * Registration of an address, <a href="https://www.rfc-editor.org/rfc/rfc6775#section-4.1">RFC
   * 6775</a>.
   *
   * @param status 0 for success
   * @param lifetime minutes
   * @param eui64 identifier of the interface, 64 bits
   */
  record AddressRegistration(int status, int lifetime, long eui64) implements NdOption {
    @Override
    public int type() {
      return 33;
    }

    @Override
    public String toString() {
      return "AddressRegistration[status="
          + status
          + ", lifetime="
          + lifetime
          + ", eui64="
          + Long.toUnsignedString(eui64)
          + "]";
    }
  }

  /**
   * A prefix that compressed headers omit, <a
   * href="https://www.rfc-editor.org/rfc/rfc6775#section-4.2">RFC 6775</a>.
   *
   * @param length bits of the prefix
   * @param flags 0x10 if it may be used for compression; the lower four bits are the identifier
   * @param lifetime minutes
   * @param prefix first 8 or 16 octets of the prefix
   */
  record Context(int length, int flags, int lifetime, OctetString prefix) implements NdOption {
    @Override
    public int type() {
      return 34;
    }
  }

  /**
   * The border router that is the source of the information, <a
   * href="https://www.rfc-editor.org/rfc/rfc6775#section-4.3">RFC 6775</a>.
   *
   * @param version version of the information; the low 16 bits come first on the wire
   * @param lifetime minutes
   * @param address address of the border router
   */
  record BorderRouter(long version, int lifetime, Address.Ipv6 address) implements NdOption {
    @Override
    public int type() {
      return 35;
    }
  }

  /**
   * Captive portal, <a href="https://www.rfc-editor.org/rfc/rfc8910#section-2.3">RFC 8910</a>.
   *
   * @param uri address of the portal's API
   */
  record CaptivePortal(String uri) implements NdOption {
    @Override
    public int type() {
      return 37;
    }
  }

  /**
   * The prefix of NAT64, <a href="https://www.rfc-editor.org/rfc/rfc8781#section-4">RFC 8781</a>.
   *
   * @param lifetime in units of eight seconds, 13 bits
   * @param lengthCode code of the prefix length: 0 for 96 bits, then 64, 56, 48, 40, 32
   * @param prefix first 12 octets of the prefix
   */
  record Nat64Prefix(int lifetime, int lengthCode, OctetString prefix) implements NdOption {
    @Override
    public int type() {
      return 38;
    }
  }

  /**
   * Any other option, and one of the above with malformed contents.
   *
   * @param type the type octet
   * @param octets the octets after type and length
   */
  record Unknown(int type, OctetString octets) implements NdOption {}

  /**
   * Undecodable octets up to the end of the message.
   *
   * @param octets including type and length
   * @param reason why they do not form an option
   */
  record Truncated(OctetString octets, String reason) implements NdOption {
    @Override
    public int type() {
      return octets.u8(0);
    }
  }
}
