package org.jpacker.proto.icmp;

import org.jpacker.api.Address;
import org.jpacker.api.contents.Contents;
import org.jpacker.proto.icmp.RouterDiscovery.Router;

/** The list of router discovery. */
final class Routers {
  static final Contents<Icmpv4, Router> OF_ICMPV4 =
      Contents.list(
              "icmp.router",
              Icmpv4.class,
              RouterDiscovery.ROUTERS.when(
                  "entries have two words",
                  icmp -> RouterDiscovery.ADDR_ENTRY_SIZE.get(icmp) == Router.SIZE / 4),
              new Router(Address.Ipv4.ZERO, 0))
          .counted(RouterDiscovery.NUM_ADDRS);

  private Routers() {}
}
