package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Mip6ContractTest extends ProtocolContract<Mip6> {
  @Override
  protected Protocol<Mip6> protocol() {
    return Mip6.PROTOCOL;
  }

  @Override
  protected Mip6 sample() {
    return Mip6.of(5, new byte[] {0, 7, (byte) 0xc0, 0, 0, 3, 1, 2, 0, 0});
  }
}
