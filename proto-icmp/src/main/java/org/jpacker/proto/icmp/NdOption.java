package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Leaf;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/**
 * An option of neighbour discovery, <a
 * href="https://www.rfc-editor.org/rfc/rfc4861#section-4.6">RFC 4861, section 4.6</a>. The types
 * are <a href="https://www.iana.org/assignments/icmpv6-parameters">IANA's</a>. Reserved bits, which
 * receivers ignore, are not in the records; they are written as zero.
 */
public sealed interface NdOption extends Shaped {

  /** The type octet. */
  default int type() {
    return (int) NdOptions.ALL.number(this);
  }

  @Override
  default void tell(Told out) {
    out.named(NdOptions.TYPES).add("icmpv6.opt.type", type());
  }

  /** An option of another module, see {@link Icmpv6#OPTION_TYPES}. */
  non-sealed interface Added extends NdOption {}

  /**
   * Link-layer address of the sender.
   *
   * @param address the address
   */
  record SourceLinkLayer(Address.Mac address) implements NdOption {
    @Override
    public SourceLinkLayer parts(Parts in) {
      return new SourceLinkLayer(in.mac("icmpv6.opt.linkaddr", address));
    }
  }

  /**
   * Link-layer address of the target.
   *
   * @param address the address
   */
  record TargetLinkLayer(Address.Mac address) implements NdOption {
    @Override
    public TargetLinkLayer parts(Parts in) {
      return new TargetLinkLayer(in.mac("icmpv6.opt.linkaddr", address));
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
    public PrefixInformation parts(Parts in) {
      return new PrefixInformation(
          in.u8("icmpv6.opt.prefix.length", length),
          in.flag("icmpv6.opt.prefix.flag.l", onLink),
          in.flag("icmpv6.opt.prefix.flag.a", autonomous),
          in.flag("icmpv6.opt.prefix.flag.r", routerAddress),
          in.reserved(5).u32("icmpv6.opt.prefix.valid_lifetime", valid),
          in.u32("icmpv6.opt.prefix.preferred_lifetime", preferred),
          in.reserved(32).ipv6("icmpv6.opt.prefix", prefix));
    }
  }

  /**
   * The redirected packet.
   *
   * @param packet its octets, padded to a multiple of eight
   */
  record RedirectedHeader(OctetString packet) implements NdOption {
    @Override
    public RedirectedHeader parts(Parts in) {
      return new RedirectedHeader(in.reserved(48).rest("packet", packet));
    }
  }

  /**
   * MTU of the link.
   *
   * @param octets largest packet
   */
  record Mtu(long octets) implements NdOption {
    @Override
    public Mtu parts(Parts in) {
      return new Mtu(in.reserved(16).u32("icmpv6.opt.mtu", octets));
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
    public AdvertisementInterval parts(Parts in) {
      return new AdvertisementInterval(
          in.reserved(16).u32("icmpv6.opt.advertisement_interval", milliseconds));
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
    public HomeAgent parts(Parts in) {
      return new HomeAgent(
          in.reserved(16).u16("icmpv6.opt.home_agent_preference", preference),
          in.u16("icmpv6.opt.home_agent_lifetime", lifetime));
    }
  }

  /**
   * Addresses of a node, <a href="https://www.rfc-editor.org/rfc/rfc3122#section-3">RFC 3122</a>.
   *
   * @param type 9 for the source, 10 for the target
   * @param addresses IPv6 addresses of its link-layer address
   */
  record AddressList(int type, List<Address.Ipv6> addresses) implements NdOption {
    @Override
    public AddressList parts(Parts in) {
      return new AddressList(
          in.type(type), in.reserved(48).values("addresses", Leaf.IPV6, addresses));
    }

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
    public RsaSignature parts(Parts in) {
      return new RsaSignature(
          in.reserved(16).octets("keyHash", 16, keyHash), in.rest("signature", signature));
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
    public Timestamp parts(Parts in) {
      return new Timestamp(in.reserved(48).u64("time", time));
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
    public Nonce parts(Parts in) {
      return new Nonce(in.rest("icmpv6.opt.nonce", nonce));
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
    public RouteInformation parts(Parts in) {
      return new RouteInformation(
          in.u8("length", length),
          in.reserved(3).bits("icmpv6.opt.route_info.flag.route_preference", 2, preference),
          in.reserved(3).u32("icmpv6.opt.route_lifetime", lifetime),
          in.rest("prefix", prefix));
    }
  }

  /**
   * DNS servers, <a href="https://www.rfc-editor.org/rfc/rfc8106#section-5.1">RFC 8106</a>.
   *
   * @param lifetime seconds
   * @param addresses addresses of the servers
   */
  record NameServers(long lifetime, List<Address.Ipv6> addresses) implements NdOption {
    @Override
    public NameServers parts(Parts in) {
      return new NameServers(
          in.reserved(16).u32("icmpv6.opt.rdnss.lifetime", lifetime),
          in.values("icmpv6.opt.rdnss", Leaf.IPV6, addresses));
    }

    /** Copies the addresses. */
    public NameServers {
      addresses = List.copyOf(addresses);
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
    public MoreFlags parts(Parts in) {
      return new MoreFlags(in.u48("bits", bits));
    }
  }

  /**
   * DNS search list, <a href="https://www.rfc-editor.org/rfc/rfc8106#section-5.2">RFC 8106</a>.
   *
   * @param lifetime seconds
   * @param domains such as {@code example.org}
   */
  record SearchList(long lifetime, List<String> domains) implements NdOption {
    @Override
    public SearchList parts(Parts in) {
      return new SearchList(
          in.reserved(16).u32("icmpv6.opt.dnssl.lifetime", lifetime),
          in.values("icmpv6.opt.dnssl", NdOptions.DOMAIN, domains));
    }

    /** Copies the domains. */
    public SearchList {
      domains = List.copyOf(domains);
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
    public AddressRegistration parts(Parts in) {
      return new AddressRegistration(
          in.u8("icmpv6.opt.aro.status", status),
          in.reserved(24).u16("icmpv6.opt.aro.registration_lifetime", lifetime),
          in.u64("eui64", eui64));
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
    public Context parts(Parts in) {
      return new Context(
          in.u8("icmpv6.opt.6co.context_length", length),
          in.u8("flags", flags),
          in.reserved(16).u16("icmpv6.opt.6co.valid_lifetime", lifetime),
          in.rest("prefix", prefix));
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
    public BorderRouter parts(Parts in) {
      int low = in.u16("versionLow", (int) version & 0xffff);
      int high = in.u16("versionHigh", (int) (version >>> 16));
      return new BorderRouter(
          (long) high << 16 | low,
          in.u16("icmpv6.opt.abro.valid_lifetime", lifetime),
          in.ipv6("icmpv6.opt.abro.6lbr_address", address));
    }
  }

  /**
   * Captive portal, <a href="https://www.rfc-editor.org/rfc/rfc8910#section-2.3">RFC 8910</a>.
   *
   * @param uri address of the portal's API
   */
  record CaptivePortal(String uri) implements NdOption {
    @Override
    public CaptivePortal parts(Parts in) {
      return new CaptivePortal(in.leaf("icmpv6.opt.captive_portal", PaddedText.URI, uri));
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
    public Nat64Prefix parts(Parts in) {
      return new Nat64Prefix(
          in.bits("lifetime", 13, lifetime),
          in.hex(4).bits("icmpv6.opt.pref64.plc", 3, lengthCode),
          in.rest("prefix", prefix));
    }
  }

  /**
   * Any other option, and one of the above with malformed contents.
   *
   * @param type the type octet
   * @param octets the octets after type and length
   */
  record Unknown(int type, OctetString octets) implements NdOption {
    @Override
    public Unknown parts(Parts in) {
      return new Unknown(in.type(type), in.rest("octets", octets));
    }
  }

  /**
   * Undecodable octets up to the end of the message.
   *
   * @param octets including type and length
   * @param reason why they do not form an option
   */
  record Truncated(OctetString octets, String reason) implements NdOption {
    @Override
    public Truncated parts(Parts in) {
      return new Truncated(in.rest("octets", octets), in.reason(reason));
    }

    @Override
    public int type() {
      return octets.size() == 0 ? -1 : octets.u8(0);
    }
  }
}
