package org.jpacker.proto.ppp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class SlarpContractTest extends ProtocolContract<Slarp> {
  @Override
  protected Protocol<Slarp> protocol() {
    return Slarp.PROTOCOL;
  }

  @Override
  protected Slarp sample() {
    return new Slarp().address("192.0.2.1").netmask("255.255.255.0");
  }
}
