package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class SlowContractTest extends ProtocolContract<Slow> {
  @Override
  protected Protocol<Slow> protocol() {
    return Slow.PROTOCOL;
  }

  @Override
  protected Slow sample() {
    return new Slow().subtype(1);
  }
}
