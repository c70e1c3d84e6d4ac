package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class VlanContractTest extends ProtocolContract<Vlan> {
  @Override
  protected Protocol<Vlan> protocol() {
    return Vlan.PROTOCOL;
  }

  @Override
  protected Vlan sample() {
    return new Vlan().id(100).priority(5).dei(true);
  }
}
