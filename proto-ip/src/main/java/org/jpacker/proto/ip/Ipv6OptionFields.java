package org.jpacker.proto.ip;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.contents.RecordFields;
import org.jpacker.proto.ip.Ipv6Option.Calipso;
import org.jpacker.proto.ip.Ipv6Option.Metrics;
import org.jpacker.proto.ip.Ipv6Option.Mpl;
import org.jpacker.proto.ip.Ipv6Option.PathMtu;
import org.jpacker.proto.ip.Ipv6Option.QuickStart;
import org.jpacker.proto.ip.Ipv6Option.Rpl;

/** The fields that come from the options of a hop-by-hop or destination options header. */
final class Ipv6OptionFields {
  private Ipv6OptionFields() {}

  /** {@code fields} of a header followed by the fields of its options. */
  static <H extends Header> Field[] behind(
      Class<H> type, Function<H, List<Ipv6Option>> options, Field... fields) {
    Stream<Field> more = fields(RecordFields.of("ipv6.opt.", type, options));
    return Stream.concat(Stream.of(fields), more).toArray(Field[]::new);
  }

  private static Stream<Field> fields(RecordFields<?, Ipv6Option> options) {
    return Stream.of(
        options
            .each("type", Ipv6Option.class, Ipv6Option::type)
            .hex(2)
            .valueNames(Ipv6Options.TYPES),
        options.each("tel", Ipv6Option.TunnelLimit.class, Ipv6Option.TunnelLimit::limit),
        options.each("router_alert", Ipv6Option.RouterAlert.class, Ipv6Option.RouterAlert::value),
        options.each("jumbo", Ipv6Option.JumboPayload.class, Ipv6Option.JumboPayload::length),
        options.each("calipso.doi", Calipso.class, Calipso::domain),
        options.each("calipso.sens_level", Calipso.class, Calipso::level),
        options.each("pdm.scale_dtlr", Metrics.class, Metrics::scaleReceived),
        options.each("pdm.scale_dtls", Metrics.class, Metrics::scaleSent),
        options.each("pdm.psn_this_pkt", Metrics.class, Metrics::packet),
        options.each("pdm.psn_last_recv", Metrics.class, Metrics::lastReceived),
        options.each("pdm.delta_last_recv", Metrics.class, Metrics::deltaReceived),
        options.each("pdm.delta_last_sent", Metrics.class, Metrics::deltaSent),
        options.each("qs_func", QuickStart.class, QuickStart::function),
        options.each("qs_rate", QuickStart.class, QuickStart::rate),
        options.each("qs_ttl", QuickStart.class, QuickStart::ttl),
        options.each("pmtu.min", PathMtu.class, PathMtu::least),
        options.each("pmtu.rtn", PathMtu.class, PathMtu::returned),
        options.each("rpl.flag", Rpl.class, Rpl::flags).hex(2),
        options.each("rpl.instance_id", Rpl.class, Rpl::instance).hex(2),
        options.each("rpl.sender_rank", Rpl.class, Rpl::rank).hex(4),
        options.each("mpl.flag", Mpl.class, Mpl::flags).hex(2),
        options.each("mpl.sequence", Mpl.class, Mpl::sequence).hex(2),
        options.each("ilnp_nonce", Ipv6Option.IlnpNonce.class, Ipv6Option.IlnpNonce::nonce),
        options.each("lio.line_id", Ipv6Option.LineId.class, Ipv6Option.LineId::id),
        options.each(
            "mipv6.home_address", Ipv6Option.HomeAddress.class, Ipv6Option.HomeAddress::address),
        options.each(
            "dff.sequence_number", Ipv6Option.DepthFirst.class, Ipv6Option.DepthFirst::sequence));
  }
}
