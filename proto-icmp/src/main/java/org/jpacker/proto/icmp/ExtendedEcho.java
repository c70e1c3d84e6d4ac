package org.jpacker.proto.icmp;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.UIntField;

/**
 * Fields of {@link Icmpv4} for the extended echo, which asks for the state of an interface, <a
 * href="https://www.rfc-editor.org/rfc/rfc8335#section-2">RFC 8335</a>.
 */
public sealed interface ExtendedEcho permits Icmpv4 {
  /**
   * Sequence number of a probe, <a href="https://www.rfc-editor.org/rfc/rfc8335#section-2">RFC
   * 8335</a>.
   */
  UIntField PROBE_SEQ =
      UIntField.at(48, 8, "icmp.ext.echo.seq")
          .when("it is an extended echo", ExtendedEcho::isProbe);

  /** The probed interface is on the node that receives the request. */
  FlagField LOCAL =
      FlagField.at(63, "icmp.ext.echo.req.local")
          .when("it is an extended echo request", is(Icmpv4.EXTENDED_ECHO_REQUEST));

  /** State of a neighbour table entry: 2 for reachable. */
  UIntField STATE =
      UIntField.at(56, 3, "icmp.ext.echo.rsp.state")
          .when("it is an extended echo reply", is(Icmpv4.EXTENDED_ECHO_REPLY));

  /** The probed interface is active. */
  FlagField ACTIVE =
      FlagField.at(61, "icmp.ext.echo.rsp.active")
          .when("it is an extended echo reply", is(Icmpv4.EXTENDED_ECHO_REPLY));

  /** IPv4 runs on the probed interface. */
  FlagField HAS_IPV4 =
      FlagField.at(62, "icmp.ext.echo.rsp.ipv4")
          .when("it is an extended echo reply", is(Icmpv4.EXTENDED_ECHO_REPLY));

  /** IPv6 runs on the probed interface. */
  FlagField HAS_IPV6 =
      FlagField.at(63, "icmp.ext.echo.rsp.ipv6")
          .when("it is an extended echo reply", is(Icmpv4.EXTENDED_ECHO_REPLY));

  /** The fields in the order of the messages. */
  static Stream<Field> fields() {
    return Stream.of(PROBE_SEQ, LOCAL, STATE, ACTIVE, HAS_IPV4, HAS_IPV6);
  }

  private static Predicate<Header> is(int type) {
    return header -> Icmpv4.TYPE.get(header) == type;
  }

  /** Whether {@code header} is one of the two messages. */
  static boolean isProbe(Header header) {
    int type = Icmpv4.TYPE.get(header);
    return type == Icmpv4.EXTENDED_ECHO_REQUEST || type == Icmpv4.EXTENDED_ECHO_REPLY;
  }
}
