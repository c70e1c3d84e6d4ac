package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Ipv6ContractTest extends ProtocolContract<Ipv6> {
  @Override
  protected Protocol<Ipv6> protocol() {
    return Ipv6.PROTOCOL;
  }

  @Override
  protected Ipv6 sample() {
    return new Ipv6().src("2001:db8::1").dst("2001:db8::2").flow(0x12345).tclass(0xb9).hlim(3);
  }
}
