package org.jpacker.proto.tunnel;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class VxlanContractTest extends ProtocolContract<Vxlan> {
  @Override
  protected Protocol<Vxlan> protocol() {
    return Vxlan.PROTOCOL;
  }
}
