package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class LoopContractTest extends ProtocolContract<Loop> {
  @Override
  protected Protocol<Loop> protocol() {
    return Loop.PROTOCOL;
  }

  @Override
  protected Loop sample() {
    return new Loop().skipcount(8);
  }
}
