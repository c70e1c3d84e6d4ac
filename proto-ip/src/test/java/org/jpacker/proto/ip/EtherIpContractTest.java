package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class EtherIpContractTest extends ProtocolContract<EtherIp> {
  @Override
  protected Protocol<EtherIp> protocol() {
    return EtherIp.PROTOCOL;
  }

  @Override
  protected EtherIp sample() {
    return new EtherIp();
  }
}
