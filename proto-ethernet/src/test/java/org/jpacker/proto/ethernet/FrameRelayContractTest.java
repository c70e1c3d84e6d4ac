package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class FrameRelayContractTest extends ProtocolContract<FrameRelay> {
  @Override
  protected Protocol<FrameRelay> protocol() {
    return FrameRelay.PROTOCOL;
  }
}
