package org.jpacker.proto.icmp;

import java.util.List;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Ipv6Field;
import org.jpacker.api.UIntField;

/**
 * Fields of {@link Icmpv6} for multicast listener discovery: version 2, <a
 * href="https://www.rfc-editor.org/rfc/rfc3810#section-5">RFC 3810</a>, and version 1, <a
 * href="https://www.rfc-editor.org/rfc/rfc2710#section-3">RFC 2710</a>. A query of version 2 is
 * recognised by its size of at least 28 octets.
 */
public sealed interface ListenerDiscovery permits Icmpv6 {
  /** Longest response time in milliseconds, version 1. */
  UIntField MAXIMUM_RESPONSE_DELAY =
      UIntField.at(32, 16, "icmpv6.mld.maximum_response_delay")
          .when("it is about listeners, version 1", ListenerDiscovery::isShort);

  /**
   * Longest response time in milliseconds, version 2; from 32768 on, an exponent and a mantissa.
   */
  UIntField MAXIMUM_RESPONSE_CODE =
      UIntField.at(32, 16, "icmpv6.mld.maximum_response_code")
          .when("it is a listener query, version 2", ListenerDiscovery::isLongQuery);

  /** Multicast group; {@code ::} in general queries. */
  Ipv6Field MULTICAST_ADDRESS =
      Ipv6Field.at(64, "icmpv6.mld.multicast_address")
          .when("it is about listeners", h -> isShort(h) || isLongQuery(h));

  /** Routers are to suppress their processing of a query. */
  FlagField SUPPRESS =
      FlagField.at(196, "icmpv6.mld.flag.s")
          .when("it is a listener query, version 2", ListenerDiscovery::isLongQuery);

  /** Robustness variable of the querier. */
  UIntField ROBUSTNESS =
      UIntField.at(197, 3, "icmpv6.mld.flag.qrv")
          .when("it is a listener query, version 2", ListenerDiscovery::isLongQuery);

  /** Code of the interval between queries. */
  UIntField QUERY_INTERVAL =
      UIntField.at(200, 8, "icmpv6.mld.qqi")
          .when("it is a listener query, version 2", ListenerDiscovery::isLongQuery);

  /** Number of sources of a query. */
  UIntField SOURCE_COUNT =
      UIntField.at(208, 16, "icmpv6.mld.nb_sources")
          .when("it is a listener query, version 2", ListenerDiscovery::isLongQuery);

  /** The sources of a query as octets; {@link #sources()} has them as addresses. */
  BytesField SOURCES =
      BytesField.rest(224, "icmpv6.mld.sources")
          .when("it is a listener query, version 2", ListenerDiscovery::isLongQuery);

  /** Number of group records. */
  UIntField RECORD_COUNT =
      UIntField.at(48, 16, "icmpv6.mldr.nb_mcast_records")
          .when("it is a listener report, version 2", Icmpv6Types.is(Icmpv6.LISTENER_REPORT_V2));

  /** The group records as octets; {@link #records()} has them as records. */
  BytesField RECORDS =
      BytesField.rest(64, "icmpv6.mldr.records")
          .when("it is a listener report, version 2", Icmpv6Types.is(Icmpv6.LISTENER_REPORT_V2));

  /**
   * Interval of queries of a multicast router in seconds, <a
   * href="https://www.rfc-editor.org/rfc/rfc4286#section-3.1">RFC 4286</a>.
   */
  UIntField ROUTER_QUERY_INTERVAL =
      UIntField.at(32, 16, "icmpv6.mcast_ra.query_interval")
          .when(
              "it is a multicast router advertisement",
              Icmpv6Types.is(Icmpv6.MULTICAST_ROUTER_ADVERTISEMENT));

  /** Robustness variable of a multicast router. */
  UIntField ROUTER_ROBUSTNESS =
      UIntField.at(48, 16, "icmpv6.mcast_ra.robustness_variable")
          .when(
              "it is a multicast router advertisement",
              Icmpv6Types.is(Icmpv6.MULTICAST_ROUTER_ADVERTISEMENT));

  /** The fields of the messages, and those of their lists. */
  static Stream<Field> fields() {
    return Stream.of(
            Stream.of(
                MAXIMUM_RESPONSE_DELAY,
                MAXIMUM_RESPONSE_CODE,
                MULTICAST_ADDRESS,
                SUPPRESS,
                ROBUSTNESS,
                QUERY_INTERVAL,
                SOURCE_COUNT,
                SOURCES,
                RECORD_COUNT,
                RECORDS),
            Listeners.SOURCES.fields().stream(),
            Listeners.GROUPS.fields().stream(),
            Stream.of(ROUTER_QUERY_INTERVAL, ROUTER_ROBUSTNESS))
        .flatMap(fields -> fields);
  }

  private static boolean isLongQuery(Header header) {
    return Icmpv6.TYPE.get(header) == Icmpv6.LISTENER_QUERY
        && header.headerSize() >= Icmpv6Types.LONG_QUERY;
  }

  private static boolean isShort(Header header) {
    int type = Icmpv6.TYPE.get(header);
    return type >= Icmpv6.LISTENER_QUERY && type <= Icmpv6.LISTENER_DONE && !isLongQuery(header);
  }

  /** A query for listeners of {@code group}, or of any group for {@code ::}; version 2. */
  static Icmpv6 query(String group, List<Address.Ipv6> sources) {
    byte[] octets = new byte[Icmpv6Types.LONG_QUERY];
    octets[0] = (byte) Icmpv6.LISTENER_QUERY;
    Icmpv6 message = Icmpv6.PROTOCOL.header(octets).multicastAddress(group);
    return Listeners.SOURCES.set(message, sources);
  }

  /** The group of a listener message; {@code ::} for other messages. */
  default Address.Ipv6 multicastAddress() {
    return MULTICAST_ADDRESS.get((Icmpv6) this);
  }

  /** Sets the group of a listener message. */
  default Icmpv6 multicastAddress(Address.Ipv6 group) {
    MULTICAST_ADDRESS.set((Icmpv6) this, group);
    return (Icmpv6) this;
  }

  /** Sets the group of a listener message. */
  default Icmpv6 multicastAddress(String group) {
    MULTICAST_ADDRESS.set((Icmpv6) this, group);
    return (Icmpv6) this;
  }

  /** The sources of a listener query of version 2: as many as are counted and present. */
  default List<Address.Ipv6> sources() {
    return Listeners.SOURCES.get((Icmpv6) this);
  }

  /** The records of a listener report of version 2: as many as are counted and complete. */
  default List<GroupRecord> records() {
    return Listeners.GROUPS.get((Icmpv6) this);
  }

  /** Sets the records of a listener report of version 2, and their number. */
  default Icmpv6 records(List<GroupRecord> records) {
    return Listeners.GROUPS.set((Icmpv6) this, records);
  }
}
