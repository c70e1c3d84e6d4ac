package org.jpacker.proto.icmp;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Ipv6Field;
import org.jpacker.api.UIntField;

/**
 * What {@link Icmpv6} has for the routing protocol of networks of low power, <a
 * href="https://www.rfc-editor.org/rfc/rfc6550#section-6">RFC 6550, section 6</a>. The code tells
 * the message; those with a security section are octets.
 */
public sealed interface RplControl permits Icmpv6 {
  /** {@link Icmpv6#code} of one who asks for information. */
  int SOLICITATION = 0;

  /** {@link Icmpv6#code} of information on a graph. */
  int INFORMATION = 1;

  /** {@link Icmpv6#code} of a destination that advertises itself. */
  int DESTINATION = 2;

  /** {@link Icmpv6#code} of the answer to that. */
  int DESTINATION_ACK = 3;

  /** All behind the checksum. */
  BytesField RPL_BODY =
      BytesField.rest(32, "icmpv6.rpl.body").when("it is RPL", Icmpv6Types.is(Icmpv6.RPL_CONTROL));

  UIntField DIS_FLAGS =
      UIntField.at(32, 8, "icmpv6.rpl.dis.flags").when("it is a solicitation", is(SOLICITATION));
  UIntField DIO_INSTANCE = dio(32, 8, "instance");
  UIntField DIO_VERSION = dio(40, 8, "version");
  UIntField DIO_RANK = dio(48, 16, "rank");

  /** Grounded. */
  FlagField DIO_GROUNDED =
      FlagField.at(64, "icmpv6.rpl.dio.flag.g").when("it is information", is(INFORMATION));

  /** Mode of operation. */
  UIntField DIO_MODE = dio(66, 3, "flag.mop");

  UIntField DIO_PREFERENCE = dio(69, 3, "flag.preference");

  /** A number that triggers advertisements of destinations. */
  UIntField DIO_DTSN = dio(72, 8, "dtsn");

  Ipv6Field DIO_DAGID =
      Ipv6Field.at(96, "icmpv6.rpl.dio.dagid").when("it is information", is(INFORMATION));
  UIntField DAO_INSTANCE = destination(32, "dao.instance", DESTINATION);

  /** An answer is wanted. */
  FlagField DAO_K =
      FlagField.at(40, "icmpv6.rpl.dao.flag.k").when("it is a destination", is(DESTINATION));

  /** The graph is named. */
  FlagField DAO_D =
      FlagField.at(41, "icmpv6.rpl.dao.flag.d").when("it is a destination", is(DESTINATION));

  UIntField DAO_SEQUENCE = destination(56, "dao.sequence", DESTINATION);
  Ipv6Field DAO_DODAGID = Ipv6Field.at(64, "icmpv6.rpl.dao.dodagid").when(DAO_D);
  UIntField DAOACK_INSTANCE = destination(32, "daoack.instance", DESTINATION_ACK);

  /** The graph is named. */
  FlagField DAOACK_D =
      FlagField.at(40, "icmpv6.rpl.daoack.flag.d").when("it is an answer", is(DESTINATION_ACK));

  UIntField DAOACK_SEQUENCE = destination(48, "daoack.sequence", DESTINATION_ACK);
  UIntField DAOACK_STATUS = destination(56, "daoack.status", DESTINATION_ACK);
  Ipv6Field DAOACK_DODAGID = Ipv6Field.at(64, "icmpv6.rpl.daoack.dodagid").when(DAOACK_D);

  ComputedField RPL_OPTION =
      ComputedField.list("icmpv6.rpl.option", Icmpv6.class, Icmpv6::rplOptions);
  ComputedField RPL_OPTION_TYPE =
      ComputedField.list(
          "icmpv6.rpl.opt.type",
          Icmpv6.class,
          icmp -> icmp.rplOptions().stream().map(RplOption::type).toList());

  /** The fields in the order of the messages. */
  static Stream<Field> fields() {
    return Stream.of(
        RPL_BODY,
        DIS_FLAGS,
        DIO_INSTANCE,
        DIO_VERSION,
        DIO_RANK,
        DIO_GROUNDED,
        DIO_MODE,
        DIO_PREFERENCE,
        DIO_DTSN,
        DIO_DAGID,
        DAO_INSTANCE,
        DAO_K,
        DAO_D,
        DAO_SEQUENCE,
        DAO_DODAGID,
        DAOACK_INSTANCE,
        DAOACK_D,
        DAOACK_SEQUENCE,
        DAOACK_STATUS,
        DAOACK_DODAGID,
        RPL_OPTION,
        RPL_OPTION_TYPE);
  }

  private static UIntField dio(int bit, int width, String name) {
    return UIntField.at(bit, width, "icmpv6.rpl.dio." + name)
        .when("it is information", is(INFORMATION));
  }

  private static UIntField destination(int bit, String name, int code) {
    String condition = code == DESTINATION ? "it is a destination" : "it is an answer";
    return UIntField.at(bit, 8, "icmpv6.rpl." + name).when(condition, is(code));
  }

  private static Predicate<Header> is(int code) {
    return header ->
        Icmpv6.TYPE.get(header) == Icmpv6.RPL_CONTROL && Icmpv6.CODE.get(header) == code;
  }

  /**
   * A message.
   *
   * @param code such as {@link #INFORMATION}
   * @param body all behind the checksum, four octets and more
   */
  static Icmpv6 of(int code, byte[] body) {
    Icmpv6 message = Icmpv6.of(Icmpv6.RPL_CONTROL).code(code);
    RPL_BODY.set(message, body);
    return message;
  }

  /**
   * The options of a message of RPL that has no security section, to the first that does not fit.
   */
  default List<RplOption> rplOptions() {
    Icmpv6 icmp = (Icmpv6) this;
    int from =
        switch (icmp.type() == Icmpv6.RPL_CONTROL ? icmp.code() : -1) {
          case SOLICITATION -> 2;
          case INFORMATION -> 24;
          case DESTINATION -> DAO_D.get(icmp) ? 20 : 4;
          case DESTINATION_ACK -> DAOACK_D.get(icmp) ? 20 : 4;
          default -> Integer.MAX_VALUE;
        };
    byte[] body = RPL_BODY.get(icmp);
    return from > body.length ? List.of() : RplOption.decode(body, from);
  }
}
