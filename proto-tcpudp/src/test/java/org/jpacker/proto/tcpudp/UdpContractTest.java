package org.jpacker.proto.tcpudp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class UdpContractTest extends ProtocolContract<Udp> {
  @Override
  protected Protocol<Udp> protocol() {
    return Udp.PROTOCOL;
  }

  @Override
  protected Udp sample() {
    return new Udp().srcPort(4000).dstPort(53);
  }
}
