package org.jpacker.proto.tunnel;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class GtpContractTest extends ProtocolContract<Gtp> {
  @Override
  protected Protocol<Gtp> protocol() {
    return Gtp.PROTOCOL;
  }
}
