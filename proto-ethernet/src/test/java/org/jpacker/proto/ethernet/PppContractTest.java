package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class PppContractTest extends ProtocolContract<Ppp> {
  @Override
  protected Protocol<Ppp> protocol() {
    return Ppp.PROTOCOL;
  }
}
