package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.ValueNames;
import org.jpacker.api.contents.RecordFields;
import org.jpacker.proto.icmp.NdOption.AddressRegistration;
import org.jpacker.proto.icmp.NdOption.BorderRouter;
import org.jpacker.proto.icmp.NdOption.PrefixInformation;

/** The fields that come from the options of neighbour discovery. */
final class NdOptionFields {
  private static final RecordFields<Icmpv6, NdOption> OPTIONS =
      RecordFields.of("icmpv6.opt.", Icmpv6.class, Icmpv6::options);

  static final List<Field> ALL =
      List.of(
          ComputedField.list("icmpv6.option", Icmpv6.class, Icmpv6::options),
          OPTIONS
              .each("type", NdOption.class, NdOption::type)
              .valueNames(
                  ValueNames.read(() -> Icmpv6.class.getResourceAsStream("icmpv6.opt.type.tsv"))),
          OPTIONS.each(
              "linkaddr",
              NdOption.class,
              option ->
                  option instanceof NdOption.SourceLinkLayer source
                      ? source.address()
                      : option instanceof NdOption.TargetLinkLayer target
                          ? target.address()
                          : null),
          OPTIONS.each("prefix.length", PrefixInformation.class, PrefixInformation::length),
          OPTIONS.each("prefix.flag.l", PrefixInformation.class, p -> p.onLink() ? 1 : 0),
          OPTIONS.each("prefix.flag.a", PrefixInformation.class, p -> p.autonomous() ? 1 : 0),
          OPTIONS.each("prefix.flag.r", PrefixInformation.class, p -> p.routerAddress() ? 1 : 0),
          OPTIONS.each("prefix.valid_lifetime", PrefixInformation.class, PrefixInformation::valid),
          OPTIONS.each(
              "prefix.preferred_lifetime", PrefixInformation.class, PrefixInformation::preferred),
          OPTIONS.each("prefix", PrefixInformation.class, PrefixInformation::prefix),
          OPTIONS.each("mtu", NdOption.Mtu.class, NdOption.Mtu::octets),
          OPTIONS.each(
              "advertisement_interval",
              NdOption.AdvertisementInterval.class,
              NdOption.AdvertisementInterval::milliseconds),
          OPTIONS.each(
              "home_agent_preference", NdOption.HomeAgent.class, NdOption.HomeAgent::preference),
          OPTIONS.each(
              "home_agent_lifetime", NdOption.HomeAgent.class, NdOption.HomeAgent::lifetime),
          OPTIONS.each("nonce", NdOption.Nonce.class, NdOption.Nonce::nonce),
          OPTIONS.each(
              "route_info.flag.route_preference",
              NdOption.RouteInformation.class,
              NdOption.RouteInformation::preference),
          OPTIONS.each(
              "route_lifetime",
              NdOption.RouteInformation.class,
              NdOption.RouteInformation::lifetime),
          OPTIONS.each(
              "rdnss.lifetime", NdOption.NameServers.class, NdOption.NameServers::lifetime),
          OPTIONS.all("rdnss", NdOption.NameServers.class, servers -> servers.addresses().stream()),
          OPTIONS.each("dnssl.lifetime", NdOption.SearchList.class, NdOption.SearchList::lifetime),
          OPTIONS.all("dnssl", NdOption.SearchList.class, search -> search.domains().stream()),
          OPTIONS.each("aro.status", AddressRegistration.class, AddressRegistration::status),
          OPTIONS.each(
              "aro.registration_lifetime",
              AddressRegistration.class,
              AddressRegistration::lifetime),
          OPTIONS.each("6co.context_length", NdOption.Context.class, NdOption.Context::length),
          OPTIONS.each("6co.valid_lifetime", NdOption.Context.class, NdOption.Context::lifetime),
          OPTIONS.each("abro.valid_lifetime", BorderRouter.class, BorderRouter::lifetime),
          OPTIONS.each("abro.6lbr_address", BorderRouter.class, BorderRouter::address),
          OPTIONS.each("captive_portal", NdOption.CaptivePortal.class, NdOption.CaptivePortal::uri),
          OPTIONS
              .each("pref64.plc", NdOption.Nat64Prefix.class, NdOption.Nat64Prefix::lengthCode)
              .hex(4));

  private NdOptionFields() {}
}
