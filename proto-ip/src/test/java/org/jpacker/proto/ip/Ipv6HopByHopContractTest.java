package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Ipv6HopByHopContractTest extends ProtocolContract<Ipv6HopByHop> {
  @Override
  protected Protocol<Ipv6HopByHop> protocol() {
    return Ipv6HopByHop.PROTOCOL;
  }
}
