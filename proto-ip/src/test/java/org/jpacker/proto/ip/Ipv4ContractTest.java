package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Ipv4ContractTest extends ProtocolContract<Ipv4> {
  @Override
  protected Protocol<Ipv4> protocol() {
    return Ipv4.PROTOCOL;
  }
}
