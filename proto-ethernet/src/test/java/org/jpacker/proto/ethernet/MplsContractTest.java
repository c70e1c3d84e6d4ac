package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class MplsContractTest extends ProtocolContract<Mpls> {
  @Override
  protected Protocol<Mpls> protocol() {
    return Mpls.PROTOCOL;
  }
}
