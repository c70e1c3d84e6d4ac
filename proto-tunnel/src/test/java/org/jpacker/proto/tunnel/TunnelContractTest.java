package org.jpacker.proto.tunnel;

import java.util.List;
import java.util.function.Supplier;
import org.jpacker.api.Header;
import org.jpacker.api.OctetString;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.testkit.ProviderContract;

class TunnelContractTest extends ProviderContract {

  @Override
  protected ProtocolProvider provider() {
    return new TunnelProvider();
  }

  @Override
  protected List<Supplier<? extends Header>> samples() {
    return List.of(
        () -> new Vxlan().vni(42).flagG(true).gbp(7),
        () ->
            new Geneve()
                .vni(5)
                .options(List.of(new GeneveOption(0x102, 3, OctetString.of(1, 2, 3, 4)))),
        () -> new Gtp().teid(77).extensions(List.of(new GtpExtension(0x85, OctetString.of(0, 9)))));
  }
}
