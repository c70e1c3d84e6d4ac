package org.jpacker.proto.routing;

import java.util.List;
import java.util.function.Supplier;
import org.jpacker.api.Address;
import org.jpacker.api.Header;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.testkit.ProviderContract;

class RoutingContractTest extends ProviderContract {

  @Override
  protected ProtocolProvider provider() {
    return new RoutingProvider();
  }

  @Override
  protected List<Supplier<? extends Header>> samples() {
    return List.of(
        () ->
            new Ospf()
                .msg(1)
                .srcrouter("192.0.2.1")
                .areaId("0.0.0.1")
                .authType(1)
                .authData(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}),
        () -> new Eigrp().opcode(5).autonomousSystem(100),
        () -> new Pim().type(3),
        () -> new Vrrp().shortAdverInt(100).addresses(List.of(Address.Ipv4.of("10.0.0.1"))));
  }
}
