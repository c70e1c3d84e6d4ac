package org.jpacker.proto.icmp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Icmpv6ContractTest extends ProtocolContract<Icmpv6> {
  @Override
  protected Protocol<Icmpv6> protocol() {
    return Icmpv6.PROTOCOL;
  }
}
