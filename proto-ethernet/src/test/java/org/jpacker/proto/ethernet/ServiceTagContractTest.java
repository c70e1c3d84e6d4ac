package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class ServiceTagContractTest extends ProtocolContract<ServiceTag> {
  @Override
  protected Protocol<ServiceTag> protocol() {
    return ServiceTag.PROTOCOL;
  }
}
