package org.jpacker.proto.icmp;

import java.util.function.Predicate;
import org.jpacker.api.Header;

/** Common properties of ICMPv6 types. */
final class Icmpv6Types {
  /** Offset of the sources in a listener query of version 2. */
  static final int LONG_QUERY = 28;

  private Icmpv6Types() {}

  static Predicate<Header> is(int type) {
    return header -> Icmpv6.TYPE.get(header) == type;
  }

  static Predicate<Header> is(int type, int other) {
    return is(type).or(is(other));
  }

  /**
   * Octets before the options, lists or other contents of a type whose header is the whole message;
   * 0 for the other types.
   */
  static int fixed(int type) {
    return switch (type) {
      case Icmpv6.ROUTER_SOLICITATION,
          Icmpv6.INVERSE_SOLICITATION,
          Icmpv6.INVERSE_ADVERTISEMENT,
          Icmpv6.LISTENER_REPORT_V2,
          Icmpv6.CERTIFICATION_PATH_SOLICITATION,
          Icmpv6.RPL_CONTROL ->
          8;
      case Icmpv6.CERTIFICATION_PATH_ADVERTISEMENT -> 12;
      case Icmpv6.ROUTER_ADVERTISEMENT,
          Icmpv6.NODE_INFORMATION_QUERY,
          Icmpv6.NODE_INFORMATION_RESPONSE ->
          16;
      case Icmpv6.NEIGHBOR_SOLICITATION,
          Icmpv6.NEIGHBOR_ADVERTISEMENT,
          Icmpv6.LISTENER_QUERY,
          Icmpv6.LISTENER_REPORT,
          Icmpv6.LISTENER_DONE ->
          24;
      case Icmpv6.DUPLICATE_ADDRESS_REQUEST, Icmpv6.DUPLICATE_ADDRESS_CONFIRMATION -> 32;
      case Icmpv6.REDIRECT -> 40;
      default -> 0;
    };
  }

  /** Whether options of neighbour discovery follow the part of {@link #fixed} octets. */
  static boolean hasOptions(Header header) {
    int type = Icmpv6.TYPE.get(header);
    return type >= Icmpv6.ROUTER_SOLICITATION && type <= Icmpv6.REDIRECT
        || type == Icmpv6.INVERSE_SOLICITATION
        || type == Icmpv6.INVERSE_ADVERTISEMENT
        || type == Icmpv6.CERTIFICATION_PATH_SOLICITATION
        || type == Icmpv6.CERTIFICATION_PATH_ADVERTISEMENT;
  }

  static boolean isDuplicate(Header header) {
    int type = Icmpv6.TYPE.get(header);
    return type == Icmpv6.DUPLICATE_ADDRESS_REQUEST
        || type == Icmpv6.DUPLICATE_ADDRESS_CONFIRMATION;
  }
}
