package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class EthernetControlWordContractTest extends ProtocolContract<EthernetControlWord> {
  @Override
  protected Protocol<EthernetControlWord> protocol() {
    return EthernetControlWord.PROTOCOL;
  }

  @Override
  protected EthernetControlWord sample() {
    return new EthernetControlWord().sequenceNumber(7);
  }
}
