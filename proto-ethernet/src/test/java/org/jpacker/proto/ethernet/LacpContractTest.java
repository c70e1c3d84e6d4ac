package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class LacpContractTest extends ProtocolContract<Lacp> {
  @Override
  protected Protocol<Lacp> protocol() {
    return Lacp.PROTOCOL;
  }
}
