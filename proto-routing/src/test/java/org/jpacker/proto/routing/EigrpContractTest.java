package org.jpacker.proto.routing;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class EigrpContractTest extends ProtocolContract<Eigrp> {
  @Override
  protected Protocol<Eigrp> protocol() {
    return Eigrp.PROTOCOL;
  }

  @Override
  protected Eigrp sample() {
    return new Eigrp().opcode(5).autonomousSystem(100);
  }
}
