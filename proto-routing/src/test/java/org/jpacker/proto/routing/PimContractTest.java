package org.jpacker.proto.routing;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class PimContractTest extends ProtocolContract<Pim> {
  @Override
  protected Protocol<Pim> protocol() {
    return Pim.PROTOCOL;
  }

  @Override
  protected Pim sample() {
    return new Pim().type(3);
  }
}
