package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class EthernetContractTest extends ProtocolContract<Ethernet> {
  @Override
  protected Protocol<Ethernet> protocol() {
    return Ethernet.PROTOCOL;
  }
}
