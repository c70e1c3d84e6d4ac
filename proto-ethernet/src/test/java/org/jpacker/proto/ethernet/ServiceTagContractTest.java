package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class ServiceTagContractTest extends ProtocolContract<ServiceTag> {
  @Override
  protected Protocol<ServiceTag> protocol() {
    return ServiceTag.PROTOCOL;
  }

  @Override
  protected ServiceTag sample() {
    return new ServiceTag().id(100).priority(5);
  }
}
