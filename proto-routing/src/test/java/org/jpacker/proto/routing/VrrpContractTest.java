package org.jpacker.proto.routing;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class VrrpContractTest extends ProtocolContract<Vrrp> {
  @Override
  protected Protocol<Vrrp> protocol() {
    return Vrrp.PROTOCOL;
  }

  @Override
  protected Vrrp sample() {
    return new Vrrp()
        .shortAdverInt(100)
        .addresses(List.of(org.jpacker.api.Address.Ipv4.of("10.0.0.1")));
  }
}
