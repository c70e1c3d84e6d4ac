package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class IpCompContractTest extends ProtocolContract<IpComp> {
  @Override
  protected Protocol<IpComp> protocol() {
    return IpComp.PROTOCOL;
  }
}
