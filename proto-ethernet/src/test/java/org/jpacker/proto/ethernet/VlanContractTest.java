package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class VlanContractTest extends ProtocolContract<Vlan> {
  @Override
  protected Protocol<Vlan> protocol() {
    return Vlan.PROTOCOL;
  }
}
