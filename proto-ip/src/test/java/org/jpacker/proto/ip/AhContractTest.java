package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class AhContractTest extends ProtocolContract<Ah> {
  @Override
  protected Protocol<Ah> protocol() {
    return Ah.PROTOCOL;
  }
}
