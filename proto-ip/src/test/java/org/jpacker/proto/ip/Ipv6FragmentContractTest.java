package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Ipv6FragmentContractTest extends ProtocolContract<Ipv6Fragment> {
  @Override
  protected Protocol<Ipv6Fragment> protocol() {
    return Ipv6Fragment.PROTOCOL;
  }

  @Override
  protected Ipv6Fragment sample() {
    return new Ipv6Fragment().offset(185).more(true).ident(0xcafe);
  }
}
