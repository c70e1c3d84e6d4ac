package org.jpacker.proto.http;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class HttpContractTest extends ProtocolContract<Http> {
  @Override
  protected Protocol<Http> protocol() {
    return Http.PROTOCOL;
  }
}
