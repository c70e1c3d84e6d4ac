package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class ErspanContractTest extends ProtocolContract<Erspan> {
  @Override
  protected Protocol<Erspan> protocol() {
    return Erspan.PROTOCOL;
  }

  @Override
  protected Erspan sample() {
    return new Erspan().version(2).vlan(10).spanid(3).subheader(3, 5L << 32 | 1);
  }
}
