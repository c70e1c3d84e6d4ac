package org.jpacker.proto.ppp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Ipv6cpContractTest extends ProtocolContract<Ipv6cp> {
  @Override
  protected Protocol<Ipv6cp> protocol() {
    return Ipv6cp.PROTOCOL;
  }

  @Override
  protected Ipv6cp sample() {
    return new Ipv6cp().code(2).identifier(7);
  }
}
