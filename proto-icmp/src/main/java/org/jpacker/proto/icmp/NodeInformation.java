package org.jpacker.proto.icmp;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;

/**
 * Fields of {@link Icmpv6} for node information queries, <a
 * href="https://www.rfc-editor.org/rfc/rfc4620#section-4">RFC 4620</a>.
 */
public sealed interface NodeInformation permits Icmpv6 {
  /** {@link #QTYPE} of a query for the name. */
  int NAME = 2;

  /** {@link #QTYPE} of a query for IPv6 addresses. */
  int IPV6_ADDRESSES = 3;

  /** {@link #QTYPE} of a query for IPv4 addresses. */
  int IPV4_ADDRESSES = 4;

  /** Kind of the requested information. */
  UIntField QTYPE = UIntField.at(32, 16, "icmpv6.ni.qtype").when("it is node information", is());

  /** All flags; their meaning depends on {@link #QTYPE}. */
  UIntField NI_FLAGS =
      UIntField.at(48, 16, "icmpv6.ni.flag").hex().when("it is node information", is());

  /** Global addresses are requested. */
  FlagField G = FlagField.at(58, "icmpv6.ni.flag.g").when("it is node information", is());

  /** Site-local addresses are requested. */
  FlagField S = FlagField.at(59, "icmpv6.ni.flag.s").when("it is node information", is());

  /** Link-local addresses are requested. */
  FlagField L = FlagField.at(60, "icmpv6.ni.flag.l").when("it is node information", is());

  /** IPv4-compatible addresses are requested. */
  FlagField C = FlagField.at(61, "icmpv6.ni.flag.c").when("it is node information", is());

  /** Addresses of all interfaces are requested. */
  FlagField A = FlagField.at(62, "icmpv6.ni.flag.a").when("it is node information", is());

  /** The reply is truncated: there are more addresses. */
  FlagField T = FlagField.at(63, "icmpv6.ni.flag.t").when("it is node information", is());

  /** Random number of a query, repeated in the reply. */
  ULongField NONCE =
      ULongField.at(64, 64, "icmpv6.ni.nonce").hex().when("it is node information", is());

  /** Subject of a query, or data of a reply. */
  BytesField DATA = BytesField.rest(128, "icmpv6.ni.data").when("it is node information", is());

  /** IPv6 address of the queried node. */
  ComputedField SUBJECT_IPV6 =
      ComputedField.of(
          "icmpv6.ni.query.subject_ipv6",
          Icmpv6.class,
          icmp -> subject(icmp) instanceof Address.Ipv6 address ? address : null);

  /** IPv4 address of the queried node. */
  ComputedField SUBJECT_IPV4 =
      ComputedField.of(
          "icmpv6.ni.query.subject_ipv4",
          Icmpv6.class,
          icmp -> subject(icmp) instanceof Address.Ipv4 address ? address : null);

  /** IPv6 addresses in a reply. */
  ComputedField NODE_ADDRESS =
      ComputedField.list("icmpv6.ni.reply.node_address", Icmpv6.class, NodeAddress::ipv6);

  /** IPv4 addresses in a reply. */
  ComputedField IPV4_ADDRESS =
      ComputedField.list("icmpv6.ni.reply.ipv4_address", Icmpv6.class, NodeAddress::ipv4);

  /** The fields in the order of the message. */
  static Stream<Field> fields() {
    return Stream.of(
        QTYPE,
        NI_FLAGS,
        G,
        S,
        L,
        C,
        A,
        T,
        NONCE,
        DATA,
        SUBJECT_IPV6,
        SUBJECT_IPV4,
        NODE_ADDRESS,
        IPV4_ADDRESS);
  }

  private static Predicate<Header> is() {
    return Icmpv6Types.is(Icmpv6.NODE_INFORMATION_QUERY, Icmpv6.NODE_INFORMATION_RESPONSE);
  }

  /** The subject of a query if it is an address, else null. */
  private static Address subject(Icmpv6 icmp) {
    byte[] data = DATA.get(icmp);
    if (icmp.type() != Icmpv6.NODE_INFORMATION_QUERY) {
      return null;
    }
    return switch (icmp.code()) {
      case 0 -> data.length == 16 ? Address.Ipv6.of(data) : null;
      case 2 -> data.length == 4 ? Address.Ipv4.of(data) : null;
      default -> null;
    };
  }

  /** A query to the node that has {@code subject}. */
  static Icmpv6 query(int qtype, long nonce, Address.Ipv6 subject) {
    Icmpv6 message = Icmpv6.of(Icmpv6.NODE_INFORMATION_QUERY);
    QTYPE.set(message, qtype);
    NONCE.set(message, nonce);
    DATA.set(message, subject.toBytes());
    return message;
  }
}
