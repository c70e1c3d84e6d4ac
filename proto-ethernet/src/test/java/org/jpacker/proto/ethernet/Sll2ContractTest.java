package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Sll2ContractTest extends ProtocolContract<Sll2> {
  @Override
  protected Protocol<Sll2> protocol() {
    return Sll2.PROTOCOL;
  }

  @Override
  protected Sll2 sample() {
    return new Sll2().ifindex(3).src("02:00:00:00:00:01");
  }
}
