package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class StpContractTest extends ProtocolContract<Stp> {
  @Override
  protected Protocol<Stp> protocol() {
    return Stp.PROTOCOL;
  }
}
