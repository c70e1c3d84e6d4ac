package org.jpacker.proto.ip;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Ipv6DestinationOptionsContractTest extends ProtocolContract<Ipv6DestinationOptions> {
  @Override
  protected Protocol<Ipv6DestinationOptions> protocol() {
    return Ipv6DestinationOptions.PROTOCOL;
  }
}
