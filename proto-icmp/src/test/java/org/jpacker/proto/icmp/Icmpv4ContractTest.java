package org.jpacker.proto.icmp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Icmpv4ContractTest extends ProtocolContract<Icmpv4> {
  @Override
  protected Protocol<Icmpv4> protocol() {
    return Icmpv4.PROTOCOL;
  }

  @Override
  protected Icmpv4 sample() {
    return Icmpv4.timestampReply(7, 1, 1000, 2000, 3000);
  }
}
