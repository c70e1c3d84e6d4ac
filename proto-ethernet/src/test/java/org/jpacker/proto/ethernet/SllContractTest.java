package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class SllContractTest extends ProtocolContract<Sll> {
  @Override
  protected Protocol<Sll> protocol() {
    return Sll.PROTOCOL;
  }

  @Override
  protected Sll sample() {
    return new Sll().pkttype(4).src("02:00:00:00:00:01");
  }
}
