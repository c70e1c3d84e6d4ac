package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Sll2ContractTest extends ProtocolContract<Sll2> {
  @Override
  protected Protocol<Sll2> protocol() {
    return Sll2.PROTOCOL;
  }
}
