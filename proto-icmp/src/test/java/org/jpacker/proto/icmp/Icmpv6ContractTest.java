package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Icmpv6ContractTest extends ProtocolContract<Icmpv6> {
  @Override
  protected Protocol<Icmpv6> protocol() {
    return Icmpv6.PROTOCOL;
  }

  @Override
  protected Icmpv6 sample() {
    return NeighborDiscovery.routerAdvertisement(64, 1800)
        .options(
            List.of(
                new NdOption.Mtu(1500),
                new NdOption.NameServers(3600, List.of(Address.Ipv6.of("2001:db8::1")))));
  }
}
