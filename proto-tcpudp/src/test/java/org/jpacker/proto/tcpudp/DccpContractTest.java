package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class DccpContractTest extends ProtocolContract<Dccp> {
  @Override
  protected Protocol<Dccp> protocol() {
    return Dccp.PROTOCOL;
  }

  @Override
  protected Dccp sample() {
    return Dccp.of(1)
        .srcPort(4000)
        .dstPort(4001)
        .seq(100)
        .ack(99)
        .serviceCode(5)
        .options(
            List.of(new DccpOption.Feature(32, 1, OctetString.of(2)), new DccpOption.Timestamp(7)));
  }
}
