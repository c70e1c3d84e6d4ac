package org.jpacker.proto.icmp;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;

/**
 * Fields of {@link Icmpv4} for the answer to a traceroute, <a
 * href="https://www.rfc-editor.org/rfc/rfc1393#section-2.3">RFC 1393</a>.
 */
public sealed interface Traceroute permits Icmpv4 {
  /**
   * Number of routers that the outbound packet passed, <a
   * href="https://www.rfc-editor.org/rfc/rfc1393#section-2.3">RFC 1393</a>.
   */
  UIntField OUTBOUND_HOPS =
      UIntField.at(64, 16, "icmp.traceroute.outbound_hops").when("it is about a traceroute", is());

  /** Number of routers that the return packet passed. */
  UIntField RETURN_HOPS =
      UIntField.at(80, 16, "icmp.traceroute.return_hops").when("it is about a traceroute", is());

  /** Speed of the outgoing link, in octets per second. */
  ULongField OUTPUT_SPEED =
      ULongField.at(96, 32, "icmp.traceroute.speed").when("it is about a traceroute", is());

  /** MTU of the outgoing link, in octets. */
  ULongField OUTPUT_MTU =
      ULongField.at(128, 32, "icmp.traceroute.mtu").when("it is about a traceroute", is());

  /** The fields in the order of the message. */
  static Stream<Field> fields() {
    return Stream.of(OUTBOUND_HOPS, RETURN_HOPS, OUTPUT_SPEED, OUTPUT_MTU);
  }

  private static Predicate<Header> is() {
    return header -> Icmpv4.TYPE.get(header) == Icmpv4.TRACEROUTE && header.headerSize() >= 20;
  }
}
