package org.jpacker.proto.routing;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class OspfContractTest extends ProtocolContract<Ospf> {
  @Override
  protected Protocol<Ospf> protocol() {
    return Ospf.PROTOCOL;
  }

  @Override
  protected Ospf sample() {
    return new Ospf()
        .msg(1)
        .srcrouter("192.0.2.1")
        .areaId("0.0.0.1")
        .authType(1)
        .authData(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
  }
}
