package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class IpCompContractTest extends ProtocolContract<IpComp> {
  @Override
  protected Protocol<IpComp> protocol() {
    return IpComp.PROTOCOL;
  }

  @Override
  protected IpComp sample() {
    return new IpComp().nextHeader(6).cpi(2);
  }
}
