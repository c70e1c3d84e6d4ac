package org.jpacker.proto.http;

import java.util.List;
import java.util.function.Supplier;
import org.jpacker.api.Header;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.testkit.ProviderContract;

class HttpContractTest extends ProviderContract {

  @Override
  protected ProtocolProvider provider() {
    return new HttpProvider();
  }

  @Override
  protected List<Supplier<? extends Header>> samples() {
    return List.of(
        () ->
            Http.request("POST", "/form?a=b")
                .header("Host", "example.org")
                .header("Cookie", "a=b")
                .header("Content-Length", "4"));
  }
}
