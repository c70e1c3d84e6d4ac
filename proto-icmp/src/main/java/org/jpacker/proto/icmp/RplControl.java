package org.jpacker.proto.icmp;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jpacker.api.BytesField;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Ipv6Field;
import org.jpacker.api.UIntField;

/**
 * Fields of {@link Icmpv6} for RPL, the routing protocol of low-power networks, <a
 * href="https://www.rfc-editor.org/rfc/rfc6550#section-6">RFC 6550, section 6</a>. The code selects
 * the message; messages with a security section are plain octets.
 */
public sealed interface RplControl permits Icmpv6 {
  /** {@link Icmpv6#code} of a solicitation of information (DIS). */
  int SOLICITATION = 0;

  /** {@link Icmpv6#code} of information about a graph (DIO). */
  int INFORMATION = 1;

  /** {@link Icmpv6#code} of an advertisement of destinations (DAO). */
  int DESTINATION = 2;

  /** {@link Icmpv6#code} of its acknowledgment (DAO-ACK). */
  int DESTINATION_ACK = 3;

  /** All octets after the checksum. */
  BytesField RPL_BODY =
      BytesField.rest(32, "icmpv6.rpl.body").when("it is RPL", Icmpv6Types.is(Icmpv6.RPL_CONTROL));

  /** Flags of a solicitation. */
  UIntField DIS_FLAGS =
      UIntField.at(32, 8, "icmpv6.rpl.dis.flags").when("it is a solicitation", is(SOLICITATION));

  /** RPL instance of the graph. */
  UIntField DIO_INSTANCE = dio(32, 8, "instance");

  /** Version of the graph. */
  UIntField DIO_VERSION = dio(40, 8, "version");

  /** Rank of the sender in the graph. */
  UIntField DIO_RANK = dio(48, 16, "rank");

  /** The graph is grounded: it reaches its goal. */
  FlagField DIO_GROUNDED =
      FlagField.at(64, "icmpv6.rpl.dio.flag.g").when("it is information", is(INFORMATION));

  /** Mode of operation: how downward routes are kept. */
  UIntField DIO_MODE = dio(66, 3, "flag.mop");

  /** Preference of the root; higher values are preferred. */
  UIntField DIO_PREFERENCE = dio(69, 3, "flag.preference");

  /** Number that triggers advertisements of destinations when it increases. */
  UIntField DIO_DTSN = dio(72, 8, "dtsn");

  /** Identifier of the graph, an address of its root. */
  Ipv6Field DIO_DAGID =
      Ipv6Field.at(96, "icmpv6.rpl.dio.dagid").when("it is information", is(INFORMATION));

  /** RPL instance of the advertised destinations. */
  UIntField DAO_INSTANCE = destination(32, "dao.instance", DESTINATION);

  /** An acknowledgment is requested. */
  FlagField DAO_K =
      FlagField.at(40, "icmpv6.rpl.dao.flag.k").when("it is a destination", is(DESTINATION));

  /** The identifier of the graph is present. */
  FlagField DAO_D =
      FlagField.at(41, "icmpv6.rpl.dao.flag.d").when("it is a destination", is(DESTINATION));

  /** Sequence number of the advertisement. */
  UIntField DAO_SEQUENCE = destination(56, "dao.sequence", DESTINATION);

  /** Identifier of the graph. */
  Ipv6Field DAO_DODAGID = Ipv6Field.at(64, "icmpv6.rpl.dao.dodagid").when(DAO_D);

  /** RPL instance of the acknowledged advertisement. */
  UIntField DAOACK_INSTANCE = destination(32, "daoack.instance", DESTINATION_ACK);

  /** The identifier of the graph is present. */
  FlagField DAOACK_D =
      FlagField.at(40, "icmpv6.rpl.daoack.flag.d").when("it is an answer", is(DESTINATION_ACK));

  /** Sequence number of the acknowledged advertisement. */
  UIntField DAOACK_SEQUENCE = destination(48, "daoack.sequence", DESTINATION_ACK);

  /** Result: 0 for acceptance, from 128 on for rejection. */
  UIntField DAOACK_STATUS = destination(56, "daoack.status", DESTINATION_ACK);

  /** Identifier of the graph. */
  Ipv6Field DAOACK_DODAGID = Ipv6Field.at(64, "icmpv6.rpl.daoack.dodagid").when(DAOACK_D);

  /** The fields in the order of the messages. */
  static Stream<Field> fields() {
    return Stream.concat(own(), RplOptions.OF_ICMPV6.fields().stream());
  }

  private static Stream<Field> own() {
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
        DAOACK_DODAGID);
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
   * A new message.
   *
   * @param code such as {@link #INFORMATION}
   * @param body all octets after the checksum, at least four
   */
  static Icmpv6 of(int code, byte[] body) {
    Icmpv6 message = Icmpv6.of(Icmpv6.RPL_CONTROL).code(code);
    RPL_BODY.set(message, body);
    return message;
  }

  /**
   * The options of an RPL message without a security section, up to the first that does not fit.
   */
  default List<RplOption> rplOptions() {
    return RplOptions.OF_ICMPV6.get((Icmpv6) this);
  }
}
