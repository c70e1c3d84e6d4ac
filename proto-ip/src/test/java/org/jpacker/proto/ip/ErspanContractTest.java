package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class ErspanContractTest extends ProtocolContract<Erspan> {
  @Override
  protected Protocol<Erspan> protocol() {
    return Erspan.PROTOCOL;
  }
}
