package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

/**
 * An option of neighbour discovery, <a
 * href="https://www.rfc-editor.org/rfc/rfc4861#section-4.6">RFC 4861, section 4.6</a>. The types
 * are <a href="https://www.iana.org/assignments/icmpv6-parameters">IANA's</a>. Reserved bits, which
 * receivers ignore, are not in the records: set anew, they are zero.
 */
public sealed interface NdOption {

  /** The first octet. */
  int type();

  /** The sender's link-layer address. */
  record SourceLinkLayer(Address.Mac address) implements NdOption {
    @Override
    public int type() {
      return 1;
    }
  }

  /** The target's link-layer address. */
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
   * @param onLink whether addresses with it are on the link
   * @param autonomous whether hosts may make addresses of it
   * @param routerAddress whether it is the router's whole address, <a
   *     href="https://www.rfc-editor.org/rfc/rfc6275#section-7.2">RFC 6275</a>
   * @param valid seconds
   * @param preferred seconds
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
   * The packet that a redirect is about.
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
   * What the link takes.
   *
   * @param octets of a packet, at most
   */
  record Mtu(long octets) implements NdOption {
    @Override
    public int type() {
      return 5;
    }
  }

  /**
   * How often a router advertises, <a href="https://www.rfc-editor.org/rfc/rfc6275#section-7.3">RFC
   * 6275</a>.
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
   * @param type 9 for those of the source, 10 for those of the target
   */
  record AddressList(int type, List<Address.Ipv6> addresses) implements NdOption {
    /** Keeps a copy. */
    public AddressList {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * RSA signature, <a href="https://www.rfc-editor.org/rfc/rfc3971#section-5.2">RFC 3971</a>.
   *
   * @param keyHash 16 octets
   * @param signature with the padding behind it
   */
  record RsaSignature(OctetString keyHash, OctetString signature) implements NdOption {
    @Override
    public int type() {
      return 12;
    }
  }

  /**
   * When the message was sent, <a href="https://www.rfc-editor.org/rfc/rfc3971#section-5.3.1">RFC
   * 3971</a>.
   *
   * @param time seconds since 1970 in 48 bits, and 1/65536 of them
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
   * @param prefix 0, 8 or 16 octets of it
   */
  record RouteInformation(int length, int preference, long lifetime, OctetString prefix)
      implements NdOption {
    @Override
    public int type() {
      return 24;
    }
  }

  /**
   * Name servers, <a href="https://www.rfc-editor.org/rfc/rfc8106#section-5.1">RFC 8106</a>.
   *
   * @param lifetime seconds
   */
  record NameServers(long lifetime, List<Address.Ipv6> addresses) implements NdOption {
    /** Keeps a copy. */
    public NameServers {
      addresses = List.copyOf(addresses);
    }

    @Override
    public int type() {
      return 25;
    }
  }

  /**
   * More flags of a router advertisement, <a
   * href="https://www.rfc-editor.org/rfc/rfc5175#section-4">RFC 5175</a>.
   *
   * @param bits 48 of them
   */
  record MoreFlags(long bits) implements NdOption {
    @Override
    public int type() {
      return 26;
    }
  }

  /**
   * Domains to search, <a href="https://www.rfc-editor.org/rfc/rfc8106#section-5.2">RFC 8106</a>.
   *
   * @param lifetime seconds
   * @param domains such as {@code example.org}
   */
  record SearchList(long lifetime, List<String> domains) implements NdOption {
    /** Keeps a copy. */
    public SearchList {
      domains = List.copyOf(domains);
    }

    @Override
    public int type() {
      return 31;
    }
  }

  /**
   * An address to be registered, <a href="https://www.rfc-editor.org/rfc/rfc6775#section-4.1">RFC
   * 6775</a>.
   *
   * @param status 0 for success
   * @param lifetime minutes
   * @param eui64 of the interface
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
   * A prefix that compressed headers leave out, <a
   * href="https://www.rfc-editor.org/rfc/rfc6775#section-4.2">RFC 6775</a>.
   *
   * @param length bits of the prefix
   * @param flags 0x10 where it may be used to compress; the identifier in four bits
   * @param lifetime minutes
   * @param prefix 8 or 16 octets of it
   */
  record Context(int length, int flags, int lifetime, OctetString prefix) implements NdOption {
    @Override
    public int type() {
      return 34;
    }
  }

  /**
   * The border router that says so, <a
   * href="https://www.rfc-editor.org/rfc/rfc6775#section-4.3">RFC 6775</a>.
   *
   * @param version of what it says, the low 16 bits first on the wire
   * @param lifetime minutes
   */
  record BorderRouter(long version, int lifetime, Address.Ipv6 address) implements NdOption {
    @Override
    public int type() {
      return 35;
    }
  }

  /**
   * Where one has to log in, <a href="https://www.rfc-editor.org/rfc/rfc8910#section-2.3">RFC
   * 8910</a>.
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
   * @param lengthCode 0 for 96 bits, then 64, 56, 48, 40, 32
   * @param prefix 12 octets of it
   */
  record Nat64Prefix(int lifetime, int lengthCode, OctetString prefix) implements NdOption {
    @Override
    public int type() {
      return 38;
    }
  }

  /**
   * Any other option, and one of those above whose contents are not theirs.
   *
   * @param octets what follows type and length
   */
  record Unknown(int type, OctetString octets) implements NdOption {}

  /**
   * What could not be read, to the end of the message.
   *
   * @param octets type and length included
   */
  record Truncated(OctetString octets, String reason) implements NdOption {
    @Override
    public int type() {
      return octets.u8(0);
    }
  }
}
