package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Mip6ContractTest extends ProtocolContract<Mip6> {
  @Override
  protected Protocol<Mip6> protocol() {
    return Mip6.PROTOCOL;
  }
}
