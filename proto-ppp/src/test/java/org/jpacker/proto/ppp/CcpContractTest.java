package org.jpacker.proto.ppp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class CcpContractTest extends ProtocolContract<Ccp> {
  @Override
  protected Protocol<Ccp> protocol() {
    return Ccp.PROTOCOL;
  }

  @Override
  protected Ccp sample() {
    return new Ccp().code(14).identifier(7);
  }
}
