package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class GreContractTest extends ProtocolContract<Gre> {
  @Override
  protected Protocol<Gre> protocol() {
    return Gre.PROTOCOL;
  }

  @Override
  protected Gre sample() {
    return new Gre().withChecksum().key(7).sequenceNumber(9);
  }
}
