package org.jpacker.proto.ppp;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class PppoeDiscoveryContractTest extends ProtocolContract<PppoeDiscovery> {
  @Override
  protected Protocol<PppoeDiscovery> protocol() {
    return PppoeDiscovery.PROTOCOL;
  }

  @Override
  protected PppoeDiscovery sample() {
    return new PppoeDiscovery()
        .tags(
            List.of(
                new PppoeTag(PppoeTag.SERVICE_NAME, OctetString.EMPTY),
                new PppoeTag(PppoeTag.HOST_UNIQ, OctetString.of(1, 2))));
  }
}
