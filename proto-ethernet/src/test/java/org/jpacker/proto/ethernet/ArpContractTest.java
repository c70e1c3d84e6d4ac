package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class ArpContractTest extends ProtocolContract<Arp> {
  @Override
  protected Protocol<Arp> protocol() {
    return Arp.PROTOCOL;
  }

  @Override
  protected Arp sample() {
    return Arp.request("02:00:00:00:00:01", "192.0.2.1", "192.0.2.2");
  }
}
