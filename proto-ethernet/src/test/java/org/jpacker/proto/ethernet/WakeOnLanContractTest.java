package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class WakeOnLanContractTest extends ProtocolContract<WakeOnLan> {
  @Override
  protected Protocol<WakeOnLan> protocol() {
    return WakeOnLan.PROTOCOL;
  }
}
