package org.jpacker.proto.ppp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class PapContractTest extends ProtocolContract<Pap> {
  @Override
  protected Protocol<Pap> protocol() {
    return Pap.PROTOCOL;
  }

  @Override
  protected Pap sample() {
    return new Pap().code(2).identifier(7);
  }
}
