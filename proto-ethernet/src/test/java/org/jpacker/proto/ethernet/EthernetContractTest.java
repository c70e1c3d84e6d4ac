package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class EthernetContractTest extends ProtocolContract<Ethernet> {
  @Override
  protected Protocol<Ethernet> protocol() {
    return Ethernet.PROTOCOL;
  }

  @Override
  protected Ethernet sample() {
    return new Ethernet().dst("02:00:00:00:00:02").src("02:00:00:00:00:01").type(0x9999);
  }
}
