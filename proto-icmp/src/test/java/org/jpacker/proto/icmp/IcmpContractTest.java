package org.jpacker.proto.icmp;

import java.util.List;
import java.util.function.Supplier;
import org.jpacker.api.Address;
import org.jpacker.api.Header;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.testkit.ProviderContract;

class IcmpContractTest extends ProviderContract {

  @Override
  protected ProtocolProvider provider() {
    return new IcmpProvider();
  }

  @Override
  protected List<Supplier<? extends Header>> samples() {
    return List.of(
        () -> Icmpv4.timestampReply(7, 1, 1000, 2000, 3000),
        () ->
            NeighborDiscovery.routerAdvertisement(64, 1800)
                .options(
                    List.of(
                        new NdOption.Mtu(1500),
                        new NdOption.NameServers(3600, List.of(Address.Ipv6.of("2001:db8::1"))))),
        () -> Igmp.report(List.of(GroupRecord.of(4, Address.Ipv4.of("224.0.0.251")))));
  }
}
