package org.jpacker.proto.ip;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Ipv6HopByHopContractTest extends ProtocolContract<Ipv6HopByHop> {
  @Override
  protected Protocol<Ipv6HopByHop> protocol() {
    return Ipv6HopByHop.PROTOCOL;
  }

  @Override
  protected Ipv6HopByHop sample() {
    return new Ipv6HopByHop()
        .options(List.of(new Ipv6Option.RouterAlert(0), new Ipv6Option.JumboPayload(0x10000)));
  }
}
