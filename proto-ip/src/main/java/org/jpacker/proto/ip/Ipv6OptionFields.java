package org.jpacker.proto.ip;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.proto.ip.Ipv6Option.Calipso;
import org.jpacker.proto.ip.Ipv6Option.Metrics;
import org.jpacker.proto.ip.Ipv6Option.Mpl;
import org.jpacker.proto.ip.Ipv6Option.PathMtu;
import org.jpacker.proto.ip.Ipv6Option.QuickStart;
import org.jpacker.proto.ip.Ipv6Option.Rpl;

/** The fields that the options of a hop-by-hop or destination options header tell. */
final class Ipv6OptionFields<H extends Header> {
  private final Class<H> type;
  private final Function<H, List<Ipv6Option>> options;

  private Ipv6OptionFields(Class<H> type, Function<H, List<Ipv6Option>> options) {
    this.type = type;
    this.options = options;
  }

  /** {@code fields} of a header with those that its options tell behind them. */
  static <H extends Header> Field[] behind(
      Class<H> type, Function<H, List<Ipv6Option>> options, Field... fields) {
    Stream<Field> more = new Ipv6OptionFields<>(type, options).fields();
    return Stream.concat(Stream.of(fields), more).toArray(Field[]::new);
  }

  private Stream<Field> fields() {
    return Stream.of(
        each("type", Ipv6Option.class, option -> "0x%02x".formatted(option.type()))
            .valueNames(Ipv6Options.TYPES),
        each("tel", Ipv6Option.TunnelLimit.class, Ipv6Option.TunnelLimit::limit),
        each("router_alert", Ipv6Option.RouterAlert.class, Ipv6Option.RouterAlert::value),
        each("jumbo", Ipv6Option.JumboPayload.class, Ipv6Option.JumboPayload::length),
        each("calipso.doi", Calipso.class, Calipso::domain),
        each("calipso.sens_level", Calipso.class, Calipso::level),
        each("pdm.scale_dtlr", Metrics.class, Metrics::scaleReceived),
        each("pdm.scale_dtls", Metrics.class, Metrics::scaleSent),
        each("pdm.psn_this_pkt", Metrics.class, Metrics::packet),
        each("pdm.psn_last_recv", Metrics.class, Metrics::lastReceived),
        each("pdm.delta_last_recv", Metrics.class, Metrics::deltaReceived),
        each("pdm.delta_last_sent", Metrics.class, Metrics::deltaSent),
        each("qs_func", QuickStart.class, QuickStart::function),
        each("qs_rate", QuickStart.class, QuickStart::rate),
        each("qs_ttl", QuickStart.class, QuickStart::ttl),
        each("pmtu.min", PathMtu.class, PathMtu::least),
        each("pmtu.rtn", PathMtu.class, PathMtu::returned),
        each("rpl.flag", Rpl.class, option -> "0x%02x".formatted(option.flags())),
        each("rpl.instance_id", Rpl.class, option -> "0x%02x".formatted(option.instance())),
        each("rpl.sender_rank", Rpl.class, option -> "0x%04x".formatted(option.rank())),
        each("mpl.flag", Mpl.class, option -> "0x%02x".formatted(option.flags())),
        each("mpl.sequence", Mpl.class, option -> "0x%02x".formatted(option.sequence())),
        each("ilnp_nonce", Ipv6Option.IlnpNonce.class, Ipv6Option.IlnpNonce::nonce),
        each("lio.line_id", Ipv6Option.LineId.class, Ipv6Option.LineId::id),
        each("mipv6.home_address", Ipv6Option.HomeAddress.class, Ipv6Option.HomeAddress::address),
        each("dff.sequence_number", Ipv6Option.DepthFirst.class, Ipv6Option.DepthFirst::sequence));
  }

  private <O extends Ipv6Option> ComputedField each(
      String name, Class<O> kind, Function<O, ?> value) {
    return ComputedField.list(
        "ipv6.opt." + name,
        type,
        header ->
            options.apply(header).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(value)
                .toList());
  }
}
