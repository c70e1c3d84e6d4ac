package org.jpacker.proto.ppp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class FrameRelayContractTest extends ProtocolContract<FrameRelay> {
  @Override
  protected Protocol<FrameRelay> protocol() {
    return FrameRelay.PROTOCOL;
  }

  @Override
  protected FrameRelay sample() {
    return new FrameRelay().dlci(100).nlpid(0xcc);
  }
}
