package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class MplsContractTest extends ProtocolContract<Mpls> {
  @Override
  protected Protocol<Mpls> protocol() {
    return Mpls.PROTOCOL;
  }

  @Override
  protected Mpls sample() {
    return new Mpls().label(16).exp(5).ttl(63);
  }
}
