package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class MacControlContractTest extends ProtocolContract<MacControl> {
  @Override
  protected Protocol<MacControl> protocol() {
    return MacControl.PROTOCOL;
  }

  @Override
  protected MacControl sample() {
    return new MacControl().pauseTime(0xffff);
  }
}
