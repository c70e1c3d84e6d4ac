package org.jpacker.proto.icmp;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.ValueNames;
import org.jpacker.proto.icmp.NdOption.AddressRegistration;
import org.jpacker.proto.icmp.NdOption.BorderRouter;
import org.jpacker.proto.icmp.NdOption.PrefixInformation;

/** The fields that the options of neighbour discovery tell. */
final class NdOptionFields {
  static final List<Field> ALL =
      List.of(
          ComputedField.list("icmpv6.option", Icmpv6.class, Icmpv6::options),
          each("type", NdOption.class, NdOption::type)
              .valueNames(
                  ValueNames.read(() -> Icmpv6.class.getResourceAsStream("icmpv6.opt.type.tsv"))),
          all(
              "linkaddr",
              NdOption.class,
              option ->
                  option instanceof NdOption.SourceLinkLayer source
                      ? Stream.of(source.address())
                      : option instanceof NdOption.TargetLinkLayer target
                          ? Stream.of(target.address())
                          : Stream.empty()),
          each("prefix.length", PrefixInformation.class, PrefixInformation::length),
          each("prefix.flag.l", PrefixInformation.class, p -> p.onLink() ? 1 : 0),
          each("prefix.flag.a", PrefixInformation.class, p -> p.autonomous() ? 1 : 0),
          each("prefix.flag.r", PrefixInformation.class, p -> p.routerAddress() ? 1 : 0),
          each("prefix.valid_lifetime", PrefixInformation.class, PrefixInformation::valid),
          each("prefix.preferred_lifetime", PrefixInformation.class, PrefixInformation::preferred),
          each("prefix", PrefixInformation.class, PrefixInformation::prefix),
          each("mtu", NdOption.Mtu.class, NdOption.Mtu::octets),
          each(
              "advertisement_interval",
              NdOption.AdvertisementInterval.class,
              NdOption.AdvertisementInterval::milliseconds),
          each("home_agent_preference", NdOption.HomeAgent.class, NdOption.HomeAgent::preference),
          each("home_agent_lifetime", NdOption.HomeAgent.class, NdOption.HomeAgent::lifetime),
          each("nonce", NdOption.Nonce.class, NdOption.Nonce::nonce),
          each(
              "route_info.flag.route_preference",
              NdOption.RouteInformation.class,
              NdOption.RouteInformation::preference),
          each(
              "route_lifetime",
              NdOption.RouteInformation.class,
              NdOption.RouteInformation::lifetime),
          each("rdnss.lifetime", NdOption.NameServers.class, NdOption.NameServers::lifetime),
          all("rdnss", NdOption.NameServers.class, servers -> servers.addresses().stream()),
          each("dnssl.lifetime", NdOption.SearchList.class, NdOption.SearchList::lifetime),
          all("dnssl", NdOption.SearchList.class, search -> search.domains().stream()),
          each("aro.status", AddressRegistration.class, AddressRegistration::status),
          each(
              "aro.registration_lifetime",
              AddressRegistration.class,
              AddressRegistration::lifetime),
          each("6co.context_length", NdOption.Context.class, NdOption.Context::length),
          each("6co.valid_lifetime", NdOption.Context.class, NdOption.Context::lifetime),
          each("abro.valid_lifetime", BorderRouter.class, BorderRouter::lifetime),
          each("abro.6lbr_address", BorderRouter.class, BorderRouter::address),
          each("captive_portal", NdOption.CaptivePortal.class, NdOption.CaptivePortal::uri),
          each("pref64.plc", NdOption.Nat64Prefix.class, o -> "0x%04x".formatted(o.lengthCode())));

  private NdOptionFields() {}

  private static <O extends NdOption> ComputedField each(
      String name, Class<O> type, Function<O, ?> value) {
    return all(name, type, option -> Stream.of(value.apply(option)));
  }

  private static <O extends NdOption> ComputedField all(
      String name, Class<O> type, Function<O, Stream<?>> values) {
    return ComputedField.list(
        "icmpv6.opt." + name,
        Icmpv6.class,
        icmp ->
            icmp.options().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .flatMap(values)
                .toList());
  }
}
