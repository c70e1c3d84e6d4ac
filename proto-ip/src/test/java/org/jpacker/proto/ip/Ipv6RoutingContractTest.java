package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Ipv6RoutingContractTest extends ProtocolContract<Ipv6Routing> {
  @Override
  protected Protocol<Ipv6Routing> protocol() {
    return Ipv6Routing.PROTOCOL;
  }
}
