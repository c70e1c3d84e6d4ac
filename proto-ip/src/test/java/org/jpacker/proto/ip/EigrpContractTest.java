package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class EigrpContractTest extends ProtocolContract<Eigrp> {
  @Override
  protected Protocol<Eigrp> protocol() {
    return Eigrp.PROTOCOL;
  }
}
