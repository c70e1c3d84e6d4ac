package org.jpacker.proto.ip;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.ValueNames;
import org.jpacker.proto.ip.Ipv4Option.ExtendedSecurity;
import org.jpacker.proto.ip.Ipv4Option.QuickStart;
import org.jpacker.proto.ip.Ipv4Option.Timestamp;
import org.jpacker.proto.ip.Ipv4Option.Traceroute;

/** The fields of IPv4 that its options tell. */
final class Ipv4OptionFields {
  private static final List<Field> FIELDS =
      List.of(
          ComputedField.list("ip.opt", Ipv4.class, Ipv4::options),
          each("opt.type", Ipv4Option.class, Ipv4Option::type)
              .valueNames(ValueNames.read(() -> Ipv4.class.getResourceAsStream("ip.opt.type.tsv"))),
          all("opt.ptr", Ipv4Option.class, Ipv4OptionFields::pointer),
          all("rec_rt", Ipv4Option.Route.class, Ipv4OptionFields::recorded),
          each("opt.overflow", Timestamp.class, Timestamp::overflow),
          each("opt.flag", Timestamp.class, option -> "0x%02x".formatted(option.flag())),
          all("opt.time_stamp", Timestamp.class, Ipv4OptionFields::times),
          all("opt.time_stamp_addr", Timestamp.class, Ipv4OptionFields::timed),
          each("opt.ra", Ipv4Option.RouterAlert.class, Ipv4Option.RouterAlert::value),
          each("opt.mtu", Ipv4Option.Mtu.class, Ipv4Option.Mtu::octets),
          each("opt.sid", Ipv4Option.StreamId.class, Ipv4Option.StreamId::id),
          each("opt.sec_cl", Ipv4Option.Security.class, s -> "0x%02x".formatted(s.level())),
          each(
              "opt.ext_sec_add_sec_info_format_code",
              ExtendedSecurity.class,
              s -> "0x%02x".formatted(s.format())),
          each("cipso.doi", Ipv4Option.Cipso.class, Ipv4Option.Cipso::domain),
          each("opt.id_number", Traceroute.class, Traceroute::id),
          each("opt.ohc", Traceroute.class, Traceroute::outboundHops),
          each("opt.rhc", Traceroute.class, Traceroute::returnHops),
          each("opt.originator", Traceroute.class, Traceroute::originator),
          each("opt.qs_func", QuickStart.class, QuickStart::function),
          each("opt.qs_rate", QuickStart.class, QuickStart::rate),
          each("opt.qs_ttl", QuickStart.class, QuickStart::ttl),
          each("opt.qs_nonce", QuickStart.class, o -> "0x%08x".formatted(o.nonce() << 2)));

  private Ipv4OptionFields() {}

  /** {@code fields} with those that options tell behind them. */
  static Field[] behind(Field... fields) {
    return Stream.concat(Arrays.stream(fields), FIELDS.stream()).toArray(Field[]::new);
  }

  private static <O extends Ipv4Option> ComputedField each(
      String name, Class<O> type, Function<O, ?> value) {
    return all(name, type, option -> Stream.of(value.apply(option)));
  }

  private static <O extends Ipv4Option> ComputedField all(
      String name, Class<O> type, Function<O, Stream<?>> values) {
    return ComputedField.list(
        "ip." + name,
        Ipv4.class,
        ip -> options(ip).filter(type::isInstance).map(type::cast).flatMap(values).toList());
  }

  private static Stream<Ipv4Option> options(Ipv4 ip) {
    return ip.headerSize() == Ipv4.LAYOUT.size() ? Stream.empty() : ip.options().stream();
  }

  private static Stream<Integer> pointer(Ipv4Option option) {
    return option instanceof Ipv4Option.Route route
        ? Stream.of(route.pointer())
        : option instanceof Timestamp timestamp ? Stream.of(timestamp.pointer()) : Stream.empty();
  }

  /** Those before the pointer have been passed. */
  private static Stream<?> recorded(Ipv4Option.Route route) {
    int passed = Math.max(0, (route.pointer() - 4) / 4);
    return route.type() == Ipv4Option.Route.RECORD
        ? route.addresses().stream().limit(passed)
        : Stream.empty();
  }

  private static Stream<Long> times(Timestamp timestamp) {
    return timestamp.entries().stream().map(Timestamp.Entry::time);
  }

  private static Stream<?> timed(Timestamp timestamp) {
    return timestamp.flag() == 0
        ? Stream.empty()
        : timestamp.entries().stream().map(Timestamp.Entry::address);
  }
}
