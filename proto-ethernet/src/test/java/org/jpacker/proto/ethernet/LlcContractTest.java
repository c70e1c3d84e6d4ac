package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class LlcContractTest extends ProtocolContract<Llc> {
  @Override
  protected Protocol<Llc> protocol() {
    return Llc.PROTOCOL;
  }

  @Override
  protected Llc sample() {
    return new Llc().oui(0).type(0x0806);
  }
}
