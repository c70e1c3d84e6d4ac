package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Ipv6ContractTest extends ProtocolContract<Ipv6> {
  @Override
  protected Protocol<Ipv6> protocol() {
    return Ipv6.PROTOCOL;
  }
}
