package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class AhContractTest extends ProtocolContract<Ah> {
  @Override
  protected Protocol<Ah> protocol() {
    return Ah.PROTOCOL;
  }

  @Override
  protected Ah sample() {
    return new Ah().spi(0x100).sequence(2).icv(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
  }
}
