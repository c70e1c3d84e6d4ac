package org.jpacker.proto.ppp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class PppoeSessionContractTest extends ProtocolContract<PppoeSession> {
  @Override
  protected Protocol<PppoeSession> protocol() {
    return PppoeSession.PROTOCOL;
  }

  @Override
  protected PppoeSession sample() {
    return new PppoeSession().sessionId(0x1234);
  }
}
