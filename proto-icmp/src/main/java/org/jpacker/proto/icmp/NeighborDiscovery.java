package org.jpacker.proto.icmp;

import java.util.List;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Ipv6Field;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;

/**
 * Fields of {@link Icmpv6} for neighbour discovery, <a
 * href="https://www.rfc-editor.org/rfc/rfc4861#section-4">RFC 4861, section 4</a>: the part before
 * the options, and the options. Secure neighbour discovery (<a
 * href="https://www.rfc-editor.org/rfc/rfc3971">RFC 3971</a>), inverse neighbour discovery (<a
 * href="https://www.rfc-editor.org/rfc/rfc3122">RFC 3122</a>) and low-power networks (<a
 * href="https://www.rfc-editor.org/rfc/rfc6775">RFC 6775</a>) add messages.
 */
public sealed interface NeighborDiscovery permits Icmpv6 {
  /** Hop limit for hosts; 0 if unspecified. */
  UIntField HOP_LIMIT =
      UIntField.at(32, 8, "icmpv6.nd.ra.cur_hop_limit")
          .when("it is a router advertisement", Icmpv6Types.is(Icmpv6.ROUTER_ADVERTISEMENT));

  /** Addresses are available through DHCPv6. */
  FlagField MANAGED =
      FlagField.at(40, "icmpv6.nd.ra.flag.m")
          .when("it is a router advertisement", Icmpv6Types.is(Icmpv6.ROUTER_ADVERTISEMENT));

  /** Other configuration is available through DHCPv6. */
  FlagField OTHER =
      FlagField.at(41, "icmpv6.nd.ra.flag.o")
          .when("it is a router advertisement", Icmpv6Types.is(Icmpv6.ROUTER_ADVERTISEMENT));

  /** The router is a mobile IPv6 home agent, RFC 6275. */
  FlagField HOME_AGENT =
      FlagField.at(42, "icmpv6.nd.ra.flag.h")
          .when("it is a router advertisement", Icmpv6Types.is(Icmpv6.ROUTER_ADVERTISEMENT));

  /** Preference as a default router: 1 high, 0 medium, 3 low, RFC 4191. */
  UIntField PREFERENCE =
      UIntField.at(43, 2, "icmpv6.nd.ra.flag.prf")
          .when("it is a router advertisement", Icmpv6Types.is(Icmpv6.ROUTER_ADVERTISEMENT));

  /** The advertisement was proxied, RFC 4389. */
  FlagField PROXY =
      FlagField.at(45, "icmpv6.nd.ra.flag.p")
          .when("it is a router advertisement", Icmpv6Types.is(Icmpv6.ROUTER_ADVERTISEMENT));

  /** Lifetime as a default router in seconds; 0 if it is not one. */
  UIntField LIFETIME =
      UIntField.at(48, 16, "icmpv6.nd.ra.router_lifetime")
          .when("it is a router advertisement", Icmpv6Types.is(Icmpv6.ROUTER_ADVERTISEMENT));

  /** Time in milliseconds that a neighbour counts as reachable; 0 if unspecified. */
  ULongField REACHABLE =
      ULongField.at(64, 32, "icmpv6.nd.ra.reachable_time")
          .when("it is a router advertisement", Icmpv6Types.is(Icmpv6.ROUTER_ADVERTISEMENT));

  /** Interval of solicitations in milliseconds; 0 if unspecified. */
  ULongField RETRANSMISSION =
      ULongField.at(96, 32, "icmpv6.nd.ra.retrans_timer")
          .when("it is a router advertisement", Icmpv6Types.is(Icmpv6.ROUTER_ADVERTISEMENT));

  /** Address whose link-layer address a neighbor solicitation asks for. */
  Ipv6Field ASKED =
      Ipv6Field.at(64, "icmpv6.nd.ns.target_address")
          .when("it is a neighbor solicitation", Icmpv6Types.is(Icmpv6.NEIGHBOR_SOLICITATION));

  /** The sender of a neighbor advertisement is a router. */
  FlagField ROUTER =
      FlagField.at(32, "icmpv6.nd.na.flag.r")
          .when("it is a neighbor advertisement", Icmpv6Types.is(Icmpv6.NEIGHBOR_ADVERTISEMENT));

  /** The neighbor advertisement answers a solicitation. */
  FlagField SOLICITED =
      FlagField.at(33, "icmpv6.nd.na.flag.s")
          .when("it is a neighbor advertisement", Icmpv6Types.is(Icmpv6.NEIGHBOR_ADVERTISEMENT));

  /** The neighbor advertisement replaces an existing cache entry. */
  FlagField OVERRIDE =
      FlagField.at(34, "icmpv6.nd.na.flag.o")
          .when("it is a neighbor advertisement", Icmpv6Types.is(Icmpv6.NEIGHBOR_ADVERTISEMENT));

  /** Address that a neighbor advertisement is about. */
  Ipv6Field ADVERTISED =
      Ipv6Field.at(64, "icmpv6.nd.na.target_address")
          .when("it is a neighbor advertisement", Icmpv6Types.is(Icmpv6.NEIGHBOR_ADVERTISEMENT));

  /** The better first hop of a redirect. */
  Ipv6Field REDIRECT_TARGET =
      Ipv6Field.at(64, "icmpv6.nd.rd.target_address")
          .when("it is a redirect", Icmpv6Types.is(Icmpv6.REDIRECT));

  /** The destination of a redirect. */
  Ipv6Field REDIRECT_DESTINATION =
      Ipv6Field.at(192, "icmpv6.rd.na.destination_address")
          .when("it is a redirect", Icmpv6Types.is(Icmpv6.REDIRECT));

  /** The options as octets; {@link #options()} has them as records. */
  BytesField OPTIONS =
      BytesField.rest(64, "icmpv6.opt")
          .when("it is neighbor discovery", Icmpv6Types::hasOptions)
          .at(h -> Icmpv6Types.fixed(Icmpv6.TYPE.get(h)) * 8);

  /**
   * Number that matches certificates to their request, <a
   * href="https://www.rfc-editor.org/rfc/rfc3971">RFC 3971</a>.
   */
  UIntField SEND_IDENTIFIER =
      UIntField.at(32, 16, "icmpv6.send.identifier")
          .when(
              "it is about a certification path",
              Icmpv6Types.is(
                  Icmpv6.CERTIFICATION_PATH_SOLICITATION, Icmpv6.CERTIFICATION_PATH_ADVERTISEMENT));

  /** Number of certificates in the path. */
  UIntField ALL_COMPONENTS =
      UIntField.at(48, 16, "icmpv6.send.all_components")
          .when(
              "it is a certification path advertisement",
              Icmpv6Types.is(Icmpv6.CERTIFICATION_PATH_ADVERTISEMENT));

  /** Number of this certificate in the path, counted down to 0. */
  UIntField COMPONENT =
      UIntField.at(48, 16, "icmpv6.send.component")
          .when(
              "it is about a certification path",
              Icmpv6Types.is(
                  Icmpv6.CERTIFICATION_PATH_SOLICITATION, Icmpv6.CERTIFICATION_PATH_ADVERTISEMENT))
          .at(h -> Icmpv6.TYPE.get(h) == Icmpv6.CERTIFICATION_PATH_ADVERTISEMENT ? 64 : 48);

  /**
   * Status of an address in low-power networks, <a
   * href="https://www.rfc-editor.org/rfc/rfc6775#section-4.4">RFC 6775</a>.
   */
  UIntField DUPLICATE_STATUS =
      UIntField.at(32, 8, "icmpv6.6lowpannd.da.status")
          .when("it is about a duplicate address", Icmpv6Types::isDuplicate);

  /** Lifetime of the registration in minutes. */
  UIntField DUPLICATE_LIFETIME =
      UIntField.at(48, 16, "icmpv6.6lowpannd.da.lifetime")
          .when("it is about a duplicate address", Icmpv6Types::isDuplicate);

  /** EUI-64 identifier of the registering interface. */
  BytesField DUPLICATE_EUI64 =
      BytesField.at(64, 8, "icmpv6.6lowpannd.da.eui64")
          .when("it is about a duplicate address", Icmpv6Types::isDuplicate);

  /** The address in question. */
  Ipv6Field REGISTERED_ADDRESS =
      Ipv6Field.at(128, "icmpv6.6lowpannd.da.reg_addr")
          .when("it is about a duplicate address", Icmpv6Types::isDuplicate);

  /** The fields in the order of the messages. */
  private static Field[] own() {
    return new Field[] {
      HOP_LIMIT,
      MANAGED,
      OTHER,
      HOME_AGENT,
      PREFERENCE,
      PROXY,
      LIFETIME,
      REACHABLE,
      RETRANSMISSION,
      ASKED,
      ROUTER,
      SOLICITED,
      OVERRIDE,
      ADVERTISED,
      REDIRECT_TARGET,
      REDIRECT_DESTINATION,
      OPTIONS,
      SEND_IDENTIFIER,
      ALL_COMPONENTS,
      COMPONENT,
      DUPLICATE_STATUS,
      DUPLICATE_LIFETIME,
      DUPLICATE_EUI64,
      REGISTERED_ADDRESS
    };
  }

  /** All fields, including those of the options. */
  static Stream<Field> fields() {
    return Stream.concat(Stream.of(own()), NdOptions.OF_ICMPV6.fields().stream());
  }

  /** A router solicitation. */
  static Icmpv6 routerSolicitation() {
    return Icmpv6.of(Icmpv6.ROUTER_SOLICITATION);
  }

  /**
   * A router advertisement.
   *
   * @param hopLimit hop limit for hosts, 0 if unspecified
   * @param lifetime seconds as a default router, 0 if it is not one
   */
  static Icmpv6 routerAdvertisement(int hopLimit, int lifetime) {
    Icmpv6 message = Icmpv6.of(Icmpv6.ROUTER_ADVERTISEMENT);
    HOP_LIMIT.set(message, hopLimit);
    LIFETIME.set(message, lifetime);
    return message;
  }

  /** A neighbor solicitation for the link-layer address of {@code target}. */
  static Icmpv6 solicitation(String target) {
    Icmpv6 message = Icmpv6.of(Icmpv6.NEIGHBOR_SOLICITATION);
    ASKED.set(message, target);
    return message;
  }

  /** A solicited neighbor advertisement for {@code target}. */
  static Icmpv6 advertisement(String target) {
    Icmpv6 message = Icmpv6.of(Icmpv6.NEIGHBOR_ADVERTISEMENT);
    ADVERTISED.set(message, target);
    SOLICITED.set(message, true);
    return message;
  }

  /** A redirect to a better first hop for {@code destination}. */
  static Icmpv6 redirect(String target, String destination) {
    Icmpv6 message = Icmpv6.of(Icmpv6.REDIRECT);
    REDIRECT_TARGET.set(message, target);
    REDIRECT_DESTINATION.set(message, destination);
    return message;
  }

  /**
   * The target address of a neighbor solicitation or advertisement; {@code ::} for other messages.
   */
  default Address.Ipv6 target() {
    return ASKED.isPresent((Icmpv6) this)
        ? ASKED.get((Icmpv6) this)
        : ADVERTISED.get((Icmpv6) this);
  }

  /**
   * The options of neighbor discovery; the last one is {@link NdOption.Truncated} if it does not
   * fit.
   */
  default List<NdOption> options() {
    return NdOptions.OF_ICMPV6.get((Icmpv6) this);
  }

  /**
   * Sets the options of neighbor discovery, each padded to a multiple of eight octets.
   *
   * @throws IllegalStateException if this is another message
   */
  default Icmpv6 options(List<? extends NdOption> options) {
    return NdOptions.OF_ICMPV6.set((Icmpv6) this, options);
  }
}
