package org.jpacker.proto.tcpudp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class TcpContractTest extends ProtocolContract<Tcp> {
  @Override
  protected Protocol<Tcp> protocol() {
    return Tcp.PROTOCOL;
  }
}
