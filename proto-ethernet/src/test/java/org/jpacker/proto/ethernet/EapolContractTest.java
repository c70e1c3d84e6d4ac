package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class EapolContractTest extends ProtocolContract<Eapol> {
  @Override
  protected Protocol<Eapol> protocol() {
    return Eapol.PROTOCOL;
  }

  @Override
  protected Eapol sample() {
    return new Eapol().version(1).type(1);
  }
}
