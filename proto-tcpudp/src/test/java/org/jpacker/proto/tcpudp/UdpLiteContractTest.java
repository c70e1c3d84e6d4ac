package org.jpacker.proto.tcpudp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class UdpLiteContractTest extends ProtocolContract<UdpLite> {
  @Override
  protected Protocol<UdpLite> protocol() {
    return UdpLite.PROTOCOL;
  }

  @Override
  protected UdpLite sample() {
    return new UdpLite().srcPort(4000).dstPort(4001).coverage(8);
  }
}
