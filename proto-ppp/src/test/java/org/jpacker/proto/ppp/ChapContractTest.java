package org.jpacker.proto.ppp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class ChapContractTest extends ProtocolContract<Chap> {
  @Override
  protected Protocol<Chap> protocol() {
    return Chap.PROTOCOL;
  }

  @Override
  protected Chap sample() {
    return new Chap().code(3).identifier(7);
  }
}
