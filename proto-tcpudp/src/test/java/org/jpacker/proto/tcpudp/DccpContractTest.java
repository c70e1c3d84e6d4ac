package org.jpacker.proto.tcpudp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class DccpContractTest extends ProtocolContract<Dccp> {
  @Override
  protected Protocol<Dccp> protocol() {
    return Dccp.PROTOCOL;
  }
}
