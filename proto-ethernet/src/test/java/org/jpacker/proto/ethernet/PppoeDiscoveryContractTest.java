package org.jpacker.proto.ethernet;

import java.util.List;
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
                new PppoeTag(PppoeTag.SERVICE_NAME, new byte[0]),
                new PppoeTag(PppoeTag.HOST_UNIQ, new byte[] {1, 2})));
  }
}
