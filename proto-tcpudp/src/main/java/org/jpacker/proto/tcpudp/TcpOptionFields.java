package org.jpacker.proto.tcpudp;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.OctetString;
import org.jpacker.api.ValueNames;
import org.jpacker.proto.tcpudp.TcpOption.AccurateEcn;

/** The fields of TCP that its options tell: lists, for a sender may repeat an option. */
final class TcpOptionFields {

  /** A type of options, and the kinds that it has: to look whether there are any costs little. */
  private record Kind<O extends TcpOption>(Class<O> type, int first, int last) {
    Stream<O> of(Tcp tcp) {
      if (tcp.headerSize() == Tcp.LAYOUT.size()) {
        return Stream.empty();
      }
      byte[] octets = Tcp.OPTIONS.get(tcp);
      return TcpOptions.holds(octets, first, last) || TcpOptions.holds(octets, 253, 254)
          ? TcpOptions.decode(octets).stream()
              .flatMap(Kind::withOutcome)
              .filter(type::isInstance)
              .map(type::cast)
          : Stream.empty();
    }

    private static Stream<TcpOption> withOutcome(TcpOption option) {
      return option instanceof TcpOption.Experimental experiment
          ? Stream.concat(Stream.of(option), experiment.outcome().stream())
          : Stream.of(option);
    }
  }

  private static final Kind<TcpOption.MaximumSegmentSize> MSS =
      new Kind<>(TcpOption.MaximumSegmentSize.class, 2, 2);
  private static final Kind<TcpOption.WindowScale> WSCALE =
      new Kind<>(TcpOption.WindowScale.class, 3, 3);
  private static final Kind<TcpOption.Sack> SACK = new Kind<>(TcpOption.Sack.class, 5, 5);
  private static final Kind<TcpOption.Timestamps> TIMESTAMPS =
      new Kind<>(TcpOption.Timestamps.class, 8, 8);
  private static final Kind<TcpOption.Echo> ECHO = new Kind<>(TcpOption.Echo.class, 6, 7);
  private static final Kind<TcpOption.ConnectionCount> CC =
      new Kind<>(TcpOption.ConnectionCount.class, 11, 13);
  private static final Kind<TcpOption.Md5Signature> MD5 =
      new Kind<>(TcpOption.Md5Signature.class, 19, 19);
  private static final Kind<TcpOption.ScpsCapabilities> SCPS =
      new Kind<>(TcpOption.ScpsCapabilities.class, 20, 20);
  private static final Kind<TcpOption.SelectiveNegativeAck> SNACK =
      new Kind<>(TcpOption.SelectiveNegativeAck.class, 21, 21);
  private static final Kind<TcpOption.QuickStart> QS =
      new Kind<>(TcpOption.QuickStart.class, 27, 27);
  private static final Kind<TcpOption.UserTimeout> UTO =
      new Kind<>(TcpOption.UserTimeout.class, 28, 28);
  private static final Kind<TcpOption.Authentication> AO =
      new Kind<>(TcpOption.Authentication.class, 29, 29);
  private static final Kind<TcpOption.Mptcp> MPTCP = new Kind<>(TcpOption.Mptcp.class, 30, 30);
  private static final Kind<TcpOption.FastOpen> TFO = new Kind<>(TcpOption.FastOpen.class, 34, 34);
  private static final Kind<TcpOption.Experimental> EXPERIMENT =
      new Kind<>(TcpOption.Experimental.class, 253, 254);
  private static final Kind<AccurateEcn> ACC_ECN = new Kind<>(AccurateEcn.class, 172, 174);

  private static final ComputedField OPTION =
      ComputedField.list("tcp.option", Tcp.class, tcp -> options(tcp).toList());
  private static final ComputedField KIND =
      ComputedField.list(
              "tcp.option_kind", Tcp.class, tcp -> options(tcp).map(TcpOption::kind).toList())
          .valueNames(ValueNames.read(() -> Tcp.class.getResourceAsStream("tcp.option_kind.tsv")));

  private static final List<Field> OF_OPTIONS =
      List.of(
          each("mss_val", MSS, TcpOption.MaximumSegmentSize::octets),
          each("wscale.shift", WSCALE, TcpOption.WindowScale::shift),
          all("sack_le", SACK, sack -> sack.blocks().stream().map(b -> b.left())),
          all("sack_re", SACK, sack -> sack.blocks().stream().map(b -> b.right())),
          each("timestamp.tsval", TIMESTAMPS, TcpOption.Timestamps::value),
          each("timestamp.tsecr", TIMESTAMPS, TcpOption.Timestamps::echoReply),
          each("echo_value", ECHO, TcpOption.Echo::value),
          each("cc_value", CC, TcpOption.ConnectionCount::count),
          each("md5.digest", MD5, TcpOption.Md5Signature::digest),
          each("scps.vector", SCPS, TcpOption.ScpsCapabilities::flags),
          each("snack.offset", SNACK, TcpOption.SelectiveNegativeAck::offset),
          each("snack.size", SNACK, TcpOption.SelectiveNegativeAck::size),
          each("qs.rate", QS, TcpOption.QuickStart::rate),
          each("qs.ttl_diff", QS, TcpOption.QuickStart::ttlDifference),
          each("user_to_granularity", UTO, u -> u.inMinutes() ? 1 : 0),
          each("user_to_val", UTO, TcpOption.UserTimeout::value),
          each("ao.keyid", AO, TcpOption.Authentication::key),
          each("ao.rnextkeyid", AO, TcpOption.Authentication::nextKey),
          each("ao.mac", AO, TcpOption.Authentication::mac),
          all("tfo.cookie", TFO, o -> Stream.of(o.cookie()).filter(cookie -> cookie.size() > 0)),
          all("acc_ecn.ee0b", ACC_ECN, ecn -> counter(ecn, AccurateEcn.ECT0_FIRST)),
          all("acc_ecn.eceb", ACC_ECN, ecn -> ecn.counters().stream().skip(1).limit(1)),
          all("acc_ecn.ee1b", ACC_ECN, ecn -> counter(ecn, AccurateEcn.ECT1_FIRST)),
          each("experimental.exid", EXPERIMENT, o -> "0x%04x".formatted(o.experiment())));

  private static final List<Field> OF_MULTIPATH =
      List.of(
          each("mptcp.subtype", MPTCP, option -> option.message().subtype()),
          message("version", MptcpMessage.Capable.class, m -> Stream.of(m.version())),
          message("sendkey", MptcpMessage.Capable.class, m -> unsigned(m.keys().stream().limit(1))),
          message("recvkey", MptcpMessage.Capable.class, m -> unsigned(m.keys().stream().skip(1))),
          message("recvtok", MptcpMessage.JoinRequest.class, m -> Stream.of(m.token())),
          message(
              "sendrand",
              MptcpMessage.class,
              m ->
                  m instanceof MptcpMessage.JoinRequest join
                      ? Stream.of(join.nonce())
                      : m instanceof MptcpMessage.JoinAnswer join
                          ? Stream.of(join.nonce())
                          : Stream.empty()),
          message(
              "sendtrunchmac", MptcpMessage.JoinAnswer.class, m -> unsigned(Stream.of(m.hmac()))),
          message("sendhmac", MptcpMessage.JoinConfirmation.class, m -> Stream.of(m.hmac())),
          message(
              "rawdataack",
              MptcpMessage.DataSequence.class,
              m -> unsigned(Stream.of(m.ack()).filter(n -> (m.flags() & 1) != 0))),
          message("rawdataseqno", MptcpMessage.DataSequence.class, m -> mapped(m, m.sequence())),
          message(
              "subflowseqno", MptcpMessage.DataSequence.class, m -> mapped(m, m.subflowSequence())),
          message("datalvllen", MptcpMessage.class, TcpOptionFields::length),
          message(
              "addrid",
              MptcpMessage.class,
              m ->
                  m instanceof MptcpMessage.JoinRequest join
                      ? Stream.of(join.addressId())
                      : m instanceof MptcpMessage.JoinAnswer join
                          ? Stream.of(join.addressId())
                          : m instanceof MptcpMessage.AddAddress add
                              ? Stream.of(add.addressId())
                              : m instanceof MptcpMessage.RemoveAddress remove
                                  ? remove.addressIds().stream()
                                  : Stream.empty()),
          message(
              "ipv4",
              MptcpMessage.AddAddress.class,
              m -> Stream.of(m.address()).filter(Address.Ipv4.class::isInstance)),
          message(
              "ipv6",
              MptcpMessage.AddAddress.class,
              m -> Stream.of(m.address()).filter(Address.Ipv6.class::isInstance)),
          message(
              "port",
              MptcpMessage.AddAddress.class,
              m -> Stream.of(m.port()).filter(port -> port >= 0)),
          message("rst_reason", MptcpMessage.Reset.class, m -> Stream.of(m.reason())));

  private TcpOptionFields() {}

  /** {@code fields} with those that options tell behind them. */
  static Field[] behind(Field... fields) {
    return Stream.of(
            Arrays.stream(fields),
            Stream.of(OPTION, KIND),
            OF_OPTIONS.stream(),
            OF_MULTIPATH.stream())
        .flatMap(Function.identity())
        .toArray(Field[]::new);
  }

  private static <O extends TcpOption> ComputedField each(
      String name, Kind<O> kind, Function<O, ?> value) {
    return all(name, kind, option -> Stream.of(value.apply(option)));
  }

  /** The values of all options of a type. */
  private static <O extends TcpOption> ComputedField all(
      String name, Kind<O> kind, Function<O, Stream<?>> values) {
    return ComputedField.list(
        "tcp.options." + name, Tcp.class, tcp -> kind.of(tcp).flatMap(values).toList());
  }

  private static <M extends MptcpMessage> ComputedField message(
      String name, Class<M> type, Function<M, Stream<?>> values) {
    return all(
        "mptcp." + name,
        MPTCP,
        option ->
            Stream.of(option.message()).filter(type::isInstance).map(type::cast).flatMap(values));
  }

  /** Of a mapping, or of the first data, which have one without saying so. */
  private static Stream<?> length(MptcpMessage message) {
    if (message instanceof MptcpMessage.Capable capable) {
      OctetString data = capable.data();
      return data.size() < 2 ? Stream.empty() : Stream.of(data.u8(0) << 8 | data.u8(1));
    }
    return message instanceof MptcpMessage.DataSequence data
        ? mapped(data, data.length())
        : Stream.empty();
  }

  private static Stream<?> mapped(MptcpMessage.DataSequence message, long value) {
    boolean isMapped = (message.flags() & MptcpMessage.DataSequence.MAPPING) != 0;
    return isMapped ? unsigned(Stream.of(value)) : Stream.empty();
  }

  private static Stream<String> unsigned(Stream<Long> numbers) {
    return numbers.map(Long::toUnsignedString);
  }

  private static Stream<?> counter(AccurateEcn ecn, int first) {
    return ecn.counters().stream().skip(ecn.kind() == first ? 0 : 2).limit(1);
  }

  private static Stream<TcpOption> options(Tcp tcp) {
    return tcp.headerSize() == Tcp.LAYOUT.size() ? Stream.empty() : tcp.options().stream();
  }
}
