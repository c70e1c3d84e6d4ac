package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class ArpContractTest extends ProtocolContract<Arp> {
  @Override
  protected Protocol<Arp> protocol() {
    return Arp.PROTOCOL;
  }
}
