package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class EspContractTest extends ProtocolContract<Esp> {
  @Override
  protected Protocol<Esp> protocol() {
    return Esp.PROTOCOL;
  }
}
