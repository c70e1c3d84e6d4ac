package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class SctpContractTest extends ProtocolContract<Sctp> {
  @Override
  protected Protocol<Sctp> protocol() {
    return Sctp.PROTOCOL;
  }

  @Override
  protected Sctp sample() {
    return new Sctp()
        .srcPort(1)
        .dstPort(2)
        .chunks(
            List.of(
                new SctpChunk.Data(3, 5, 1, 2, 0, OctetString.of(1, 2, 3)),
                new SctpChunk.CookieAck(0)));
  }
}
