package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class SlarpContractTest extends ProtocolContract<Slarp> {
  @Override
  protected Protocol<Slarp> protocol() {
    return Slarp.PROTOCOL;
  }
}
