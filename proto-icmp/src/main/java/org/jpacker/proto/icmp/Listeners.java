package org.jpacker.proto.icmp;

import org.jpacker.api.Address;
import org.jpacker.api.contents.Contents;
import org.jpacker.api.contents.Leaf;

/** The lists of multicast listener discovery. */
final class Listeners {
  static final Contents<Icmpv6, Address.Ipv6> SOURCES =
      Contents.values(
              "icmpv6.mld.source_address", Icmpv6.class, ListenerDiscovery.SOURCES, Leaf.IPV6)
          .counted(ListenerDiscovery.SOURCE_COUNT);

  static final Contents<Icmpv6, GroupRecord> GROUPS =
      Contents.list(
              "icmpv6.mldr.record",
              Icmpv6.class,
              ListenerDiscovery.RECORDS,
              GroupRecord.of(0, Address.Ipv6.ZERO))
          .counted(ListenerDiscovery.RECORD_COUNT);

  private Listeners() {}
}
