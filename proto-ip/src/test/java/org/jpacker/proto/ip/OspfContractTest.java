package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class OspfContractTest extends ProtocolContract<Ospf> {
  @Override
  protected Protocol<Ospf> protocol() {
    return Ospf.PROTOCOL;
  }
}
