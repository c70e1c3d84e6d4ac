package org.jpacker.proto.ip;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Ipv6RoutingContractTest extends ProtocolContract<Ipv6Routing> {
  @Override
  protected Protocol<Ipv6Routing> protocol() {
    return Ipv6Routing.PROTOCOL;
  }

  @Override
  protected Ipv6Routing sample() {
    return Ipv6Routing.of(
        Ipv6Routing.SEGMENT_ROUTING,
        List.of(Address.Ipv6.of("2001:db8::1"), Address.Ipv6.of("2001:db8::2")));
  }
}
