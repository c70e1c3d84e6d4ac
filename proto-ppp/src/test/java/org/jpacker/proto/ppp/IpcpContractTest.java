package org.jpacker.proto.ppp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class IpcpContractTest extends ProtocolContract<Ipcp> {
  @Override
  protected Protocol<Ipcp> protocol() {
    return Ipcp.PROTOCOL;
  }

  @Override
  protected Ipcp sample() {
    return new Ipcp().code(1).identifier(7);
  }
}
