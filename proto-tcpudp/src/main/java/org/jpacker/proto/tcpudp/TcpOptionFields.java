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
import org.jpacker.api.contents.RecordFields;
import org.jpacker.proto.tcpudp.TcpOption.AccurateEcn;

/** The fields of TCP that come from its options: lists, since a sender may repeat an option. */
final class TcpOptionFields {
  private static final RecordFields<Tcp, TcpOption> MSS = ofKinds(2, 2);
  private static final RecordFields<Tcp, TcpOption> WSCALE = ofKinds(3, 3);
  private static final RecordFields<Tcp, TcpOption> SACK = ofKinds(5, 5);
  private static final RecordFields<Tcp, TcpOption> TIMESTAMPS = ofKinds(8, 8);
  private static final RecordFields<Tcp, TcpOption> ECHO = ofKinds(6, 7);
  private static final RecordFields<Tcp, TcpOption> CC = ofKinds(11, 13);
  private static final RecordFields<Tcp, TcpOption> MD5 = ofKinds(19, 19);
  private static final RecordFields<Tcp, TcpOption> SCPS = ofKinds(20, 20);
  private static final RecordFields<Tcp, TcpOption> SNACK = ofKinds(21, 21);
  private static final RecordFields<Tcp, TcpOption> QS = ofKinds(27, 27);
  private static final RecordFields<Tcp, TcpOption> UTO = ofKinds(28, 28);
  private static final RecordFields<Tcp, TcpOption> AO = ofKinds(29, 29);
  private static final RecordFields<Tcp, TcpOption> MPTCP = ofKinds(30, 30);
  private static final RecordFields<Tcp, TcpOption> TFO = ofKinds(34, 34);
  private static final RecordFields<Tcp, TcpOption> EXPERIMENT = ofKinds(253, 254);
  private static final RecordFields<Tcp, TcpOption> ACC_ECN = ofKinds(172, 174);
  private static final RecordFields<Tcp, MptcpMessage> MESSAGES =
      RecordFields.of("tcp.options.mptcp.", Tcp.class, TcpOptionFields::messages);

  private static final ComputedField OPTION =
      ComputedField.list("tcp.option", Tcp.class, tcp -> options(tcp).toList());
  private static final ComputedField KIND =
      ComputedField.list(
              "tcp.option_kind", Tcp.class, tcp -> options(tcp).map(TcpOption::kind).toList())
          .valueNames(ValueNames.read(() -> Tcp.class.getResourceAsStream("tcp.option_kind.tsv")));

  private static final List<Field> OF_OPTIONS =
      List.of(
          MSS.each(
              "mss_val", TcpOption.MaximumSegmentSize.class, TcpOption.MaximumSegmentSize::octets),
          WSCALE.each("wscale.shift", TcpOption.WindowScale.class, TcpOption.WindowScale::shift),
          SACK.all(
              "sack_le", TcpOption.Sack.class, sack -> sack.blocks().stream().map(b -> b.left())),
          SACK.all(
              "sack_re", TcpOption.Sack.class, sack -> sack.blocks().stream().map(b -> b.right())),
          TIMESTAMPS.each(
              "timestamp.tsval", TcpOption.Timestamps.class, TcpOption.Timestamps::value),
          TIMESTAMPS.each(
              "timestamp.tsecr", TcpOption.Timestamps.class, TcpOption.Timestamps::echoReply),
          ECHO.each("echo_value", TcpOption.Echo.class, TcpOption.Echo::value),
          CC.each("cc_value", TcpOption.ConnectionCount.class, TcpOption.ConnectionCount::count),
          MD5.each("md5.digest", TcpOption.Md5Signature.class, TcpOption.Md5Signature::digest),
          SCPS.each(
              "scps.vector", TcpOption.ScpsCapabilities.class, TcpOption.ScpsCapabilities::flags),
          SNACK.each(
              "snack.offset",
              TcpOption.SelectiveNegativeAck.class,
              TcpOption.SelectiveNegativeAck::offset),
          SNACK.each(
              "snack.size",
              TcpOption.SelectiveNegativeAck.class,
              TcpOption.SelectiveNegativeAck::size),
          QS.each("qs.rate", TcpOption.QuickStart.class, TcpOption.QuickStart::rate),
          QS.each("qs.ttl_diff", TcpOption.QuickStart.class, TcpOption.QuickStart::ttlDifference),
          UTO.each("user_to_granularity", TcpOption.UserTimeout.class, u -> u.inMinutes() ? 1 : 0),
          UTO.each("user_to_val", TcpOption.UserTimeout.class, TcpOption.UserTimeout::value),
          AO.each("ao.keyid", TcpOption.Authentication.class, TcpOption.Authentication::key),
          AO.each(
              "ao.rnextkeyid", TcpOption.Authentication.class, TcpOption.Authentication::nextKey),
          AO.each("ao.mac", TcpOption.Authentication.class, TcpOption.Authentication::mac),
          TFO.each(
              "tfo.cookie",
              TcpOption.FastOpen.class,
              o -> o.cookie().size() > 0 ? o.cookie() : null),
          ACC_ECN.all(
              "acc_ecn.ee0b", AccurateEcn.class, ecn -> counter(ecn, AccurateEcn.ECT0_FIRST)),
          ACC_ECN.all(
              "acc_ecn.eceb", AccurateEcn.class, ecn -> ecn.counters().stream().skip(1).limit(1)),
          ACC_ECN.all(
              "acc_ecn.ee1b", AccurateEcn.class, ecn -> counter(ecn, AccurateEcn.ECT1_FIRST)),
          EXPERIMENT
              .each(
                  "experimental.exid",
                  TcpOption.Experimental.class,
                  TcpOption.Experimental::experiment)
              .hex(4));

  private static final List<Field> OF_MULTIPATH =
      List.of(
          MPTCP.each(
              "mptcp.subtype",
              TcpOption.Mptcp.class,
              option -> option.message().subtype() >= 0 ? option.message().subtype() : null),
          MESSAGES.each("version", MptcpMessage.Capable.class, MptcpMessage.Capable::version),
          MESSAGES.all(
              "sendkey", MptcpMessage.Capable.class, m -> unsigned(m.keys().stream().limit(1))),
          MESSAGES.all(
              "recvkey", MptcpMessage.Capable.class, m -> unsigned(m.keys().stream().skip(1))),
          MESSAGES.each("recvtok", MptcpMessage.JoinRequest.class, MptcpMessage.JoinRequest::token),
          MESSAGES.all(
              "sendrand",
              MptcpMessage.class,
              m ->
                  m instanceof MptcpMessage.JoinRequest join
                      ? Stream.of(join.nonce())
                      : m instanceof MptcpMessage.JoinAnswer join
                          ? Stream.of(join.nonce())
                          : Stream.empty()),
          MESSAGES.all(
              "sendtrunchmac", MptcpMessage.JoinAnswer.class, m -> unsigned(Stream.of(m.hmac()))),
          MESSAGES.each(
              "sendhmac", MptcpMessage.JoinConfirmation.class, MptcpMessage.JoinConfirmation::hmac),
          MESSAGES.all(
              "rawdataack",
              MptcpMessage.DataSequence.class,
              m -> unsigned(Stream.of(m.ack()).filter(n -> (m.flags() & 1) != 0))),
          MESSAGES.all(
              "rawdataseqno", MptcpMessage.DataSequence.class, m -> mapped(m, m.sequence())),
          MESSAGES.all(
              "subflowseqno", MptcpMessage.DataSequence.class, m -> mapped(m, m.subflowSequence())),
          MESSAGES.all("datalvllen", MptcpMessage.class, TcpOptionFields::length),
          MESSAGES.all(
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
          MESSAGES.each(
              "ipv4",
              MptcpMessage.AddAddress.class,
              m -> m.address() instanceof Address.Ipv4 ? m.address() : null),
          MESSAGES.each(
              "ipv6",
              MptcpMessage.AddAddress.class,
              m -> m.address() instanceof Address.Ipv6 ? m.address() : null),
          MESSAGES.each(
              "port", MptcpMessage.AddAddress.class, m -> m.port() >= 0 ? m.port() : null),
          MESSAGES.each("rst_reason", MptcpMessage.Reset.class, MptcpMessage.Reset::reason));

  private TcpOptionFields() {}

  /** {@code fields} followed by the fields of the options. */
  static Field[] behind(Field... fields) {
    return Stream.of(
            Arrays.stream(fields),
            Stream.of(OPTION, KIND),
            OF_OPTIONS.stream(),
            OF_MULTIPATH.stream())
        .flatMap(Function.identity())
        .toArray(Field[]::new);
  }

  /** Makes fields of the options of some kinds, with a cheap check whether there are any. */
  private static RecordFields<Tcp, TcpOption> ofKinds(int first, int last) {
    return RecordFields.of("tcp.options.", Tcp.class, tcp -> options(tcp, first, last));
  }

  /** All options, if one may be of these kinds, including standard options in experimental form. */
  private static List<TcpOption> options(Tcp tcp, int first, int last) {
    if (tcp.headerSize() == Tcp.LAYOUT.size()) {
      return List.of();
    }
    byte[] octets = Tcp.OPTIONS.get(tcp);
    return TcpOptions.holds(octets, first, last) || TcpOptions.holds(octets, 253, 254)
        ? TcpOptions.decode(octets).stream().flatMap(TcpOptionFields::withOutcome).toList()
        : List.of();
  }

  private static Stream<TcpOption> withOutcome(TcpOption option) {
    return option instanceof TcpOption.Experimental experiment
        ? Stream.concat(Stream.of(option), experiment.outcome().stream())
        : Stream.of(option);
  }

  private static List<MptcpMessage> messages(Tcp tcp) {
    return options(tcp, 30, 30).stream()
        .filter(TcpOption.Mptcp.class::isInstance)
        .map(option -> ((TcpOption.Mptcp) option).message())
        .toList();
  }

  /** Length of a mapping, or of the first data, whose mapping is implicit. */
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
