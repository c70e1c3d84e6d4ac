package org.jpacker.proto.http;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class HttpContractTest extends ProtocolContract<Http> {
  @Override
  protected Protocol<Http> protocol() {
    return Http.PROTOCOL;
  }

  @Override
  protected Http sample() {
    return Http.request("POST", "/form?a=b")
        .header("Host", "example.org")
        .header("Cookie", "a=b")
        .header("Content-Length", "4");
  }
}
