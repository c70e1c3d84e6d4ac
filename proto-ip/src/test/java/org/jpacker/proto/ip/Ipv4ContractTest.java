package org.jpacker.proto.ip;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Ipv4ContractTest extends ProtocolContract<Ipv4> {
  @Override
  protected Protocol<Ipv4> protocol() {
    return Ipv4.PROTOCOL;
  }

  @Override
  protected Ipv4 sample() {
    return new Ipv4()
        .src("192.0.2.1")
        .dst("192.0.2.2")
        .id(7)
        .dscp(46)
        .options(List.of(new Ipv4Option.RouterAlert(0), new Ipv4Option.StreamId(5)));
  }
}
