package org.jpacker.proto.tunnel;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class VxlanContractTest extends ProtocolContract<Vxlan> {
  @Override
  protected Protocol<Vxlan> protocol() {
    return Vxlan.PROTOCOL;
  }

  @Override
  protected Vxlan sample() {
    return new Vxlan().vni(42).flagG(true).gbp(7);
  }
}
