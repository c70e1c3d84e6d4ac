package org.jpacker.proto.ppp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class LcpContractTest extends ProtocolContract<Lcp> {
  @Override
  protected Protocol<Lcp> protocol() {
    return Lcp.PROTOCOL;
  }

  @Override
  protected Lcp sample() {
    return new Lcp().code(9).identifier(7);
  }
}
