package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class TcpContractTest extends ProtocolContract<Tcp> {
  @Override
  protected Protocol<Tcp> protocol() {
    return Tcp.PROTOCOL;
  }

  @Override
  protected Tcp sample() {
    return new Tcp()
        .srcPort(4000)
        .dstPort(80)
        .seq(1000)
        .syn(true)
        .options(
            List.of(
                new TcpOption.MaximumSegmentSize(1460),
                new TcpOption.SackPermitted(),
                new TcpOption.Mptcp(
                    new MptcpMessage.Capable(1, 0x81, List.of(1L), OctetString.EMPTY))));
  }
}
