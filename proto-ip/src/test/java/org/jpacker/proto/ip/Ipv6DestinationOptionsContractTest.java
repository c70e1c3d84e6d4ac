package org.jpacker.proto.ip;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class Ipv6DestinationOptionsContractTest extends ProtocolContract<Ipv6DestinationOptions> {
  @Override
  protected Protocol<Ipv6DestinationOptions> protocol() {
    return Ipv6DestinationOptions.PROTOCOL;
  }

  @Override
  protected Ipv6DestinationOptions sample() {
    return new Ipv6DestinationOptions()
        .options(
            List.of(
                new Ipv6Option.HomeAddress(Address.Ipv6.of("2001:db8::1")),
                new Ipv6Option.TunnelLimit(4)));
  }
}
