package org.jpacker.proto.ppp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class PppContractTest extends ProtocolContract<Ppp> {
  @Override
  protected Protocol<Ppp> protocol() {
    return Ppp.PROTOCOL;
  }

  @Override
  protected Ppp sample() {
    return Ppp.PROTOCOL.header(new byte[] {(byte) 0xff, 3, 0, 0x21});
  }
}
