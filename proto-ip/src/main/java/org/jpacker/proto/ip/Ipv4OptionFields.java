package org.jpacker.proto.ip;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.ValueNames;
import org.jpacker.api.contents.RecordFields;
import org.jpacker.proto.ip.Ipv4Option.ExtendedSecurity;
import org.jpacker.proto.ip.Ipv4Option.QuickStart;
import org.jpacker.proto.ip.Ipv4Option.Timestamp;
import org.jpacker.proto.ip.Ipv4Option.Traceroute;

/** The fields of IPv4 that come from its options. */
final class Ipv4OptionFields {
  private static final RecordFields<Ipv4, Ipv4Option> OPTIONS =
      RecordFields.of("ip.", Ipv4.class, Ipv4OptionFields::options);

  private static final List<Field> FIELDS =
      List.of(
          ComputedField.list("ip.opt", Ipv4.class, Ipv4::options),
          OPTIONS
              .each("opt.type", Ipv4Option.class, Ipv4Option::type)
              .valueNames(ValueNames.read(() -> Ipv4.class.getResourceAsStream("ip.opt.type.tsv"))),
          OPTIONS.all("opt.ptr", Ipv4Option.class, Ipv4OptionFields::pointer),
          OPTIONS.all("rec_rt", Ipv4Option.Route.class, Ipv4OptionFields::recorded),
          OPTIONS.each("opt.overflow", Timestamp.class, Timestamp::overflow),
          OPTIONS.each("opt.flag", Timestamp.class, Timestamp::flag).hex(2),
          OPTIONS.all("opt.time_stamp", Timestamp.class, Ipv4OptionFields::times),
          OPTIONS.all("opt.time_stamp_addr", Timestamp.class, Ipv4OptionFields::timed),
          OPTIONS.each("opt.ra", Ipv4Option.RouterAlert.class, Ipv4Option.RouterAlert::value),
          OPTIONS.each("opt.mtu", Ipv4Option.Mtu.class, Ipv4Option.Mtu::octets),
          OPTIONS.each("opt.sid", Ipv4Option.StreamId.class, Ipv4Option.StreamId::id),
          OPTIONS.each("opt.sec_cl", Ipv4Option.Security.class, Ipv4Option.Security::level).hex(2),
          OPTIONS
              .each(
                  "opt.ext_sec_add_sec_info_format_code",
                  ExtendedSecurity.class,
                  ExtendedSecurity::format)
              .hex(2),
          OPTIONS.each("cipso.doi", Ipv4Option.Cipso.class, Ipv4Option.Cipso::domain),
          OPTIONS.each("opt.id_number", Traceroute.class, Traceroute::id),
          OPTIONS.each("opt.ohc", Traceroute.class, Traceroute::outboundHops),
          OPTIONS.each("opt.rhc", Traceroute.class, Traceroute::returnHops),
          OPTIONS.each("opt.originator", Traceroute.class, Traceroute::originator),
          OPTIONS.each("opt.qs_func", QuickStart.class, QuickStart::function),
          OPTIONS.each("opt.qs_rate", QuickStart.class, QuickStart::rate),
          OPTIONS.each("opt.qs_ttl", QuickStart.class, QuickStart::ttl),
          OPTIONS.each("opt.qs_nonce", QuickStart.class, option -> option.nonce() << 2).hex(8));

  private Ipv4OptionFields() {}

  /** {@code fields} followed by the fields of the options. */
  static Field[] behind(Field... fields) {
    return Stream.concat(Arrays.stream(fields), FIELDS.stream()).toArray(Field[]::new);
  }

  /** Most headers have no options, so this case must be cheap. */
  private static List<Ipv4Option> options(Ipv4 ip) {
    return ip.headerSize() == Ipv4.LAYOUT.size() ? List.of() : ip.options();
  }

  private static Stream<Integer> pointer(Ipv4Option option) {
    return option instanceof Ipv4Option.Route route
        ? Stream.of(route.pointer())
        : option instanceof Timestamp timestamp ? Stream.of(timestamp.pointer()) : Stream.empty();
  }

  /** The addresses before the pointer: the passed nodes. */
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
