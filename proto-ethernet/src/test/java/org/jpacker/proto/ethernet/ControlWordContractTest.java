package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class ControlWordContractTest extends ProtocolContract<ControlWord> {
  @Override
  protected Protocol<ControlWord> protocol() {
    return ControlWord.PROTOCOL;
  }

  @Override
  protected ControlWord sample() {
    return new ControlWord().flags(0x21).sequenceNumber(7);
  }
}
