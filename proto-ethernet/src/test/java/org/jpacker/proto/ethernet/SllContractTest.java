package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class SllContractTest extends ProtocolContract<Sll> {
  @Override
  protected Protocol<Sll> protocol() {
    return Sll.PROTOCOL;
  }
}
