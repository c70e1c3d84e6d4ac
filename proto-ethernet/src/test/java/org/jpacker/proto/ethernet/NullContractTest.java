package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class NullContractTest extends ProtocolContract<Null> {
  @Override
  protected Protocol<Null> protocol() {
    return Null.PROTOCOL;
  }

  @Override
  protected Null sample() {
    return new Null().family(2);
  }
}
