package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class EspContractTest extends ProtocolContract<Esp> {
  @Override
  protected Protocol<Esp> protocol() {
    return Esp.PROTOCOL;
  }

  @Override
  protected Esp sample() {
    return new Esp().spi(0x100).sequence(2);
  }
}
