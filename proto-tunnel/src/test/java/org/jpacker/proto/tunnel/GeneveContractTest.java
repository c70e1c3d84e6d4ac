package org.jpacker.proto.tunnel;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class GeneveContractTest extends ProtocolContract<Geneve> {
  @Override
  protected Protocol<Geneve> protocol() {
    return Geneve.PROTOCOL;
  }

  @Override
  protected Geneve sample() {
    return new Geneve()
        .vni(5)
        .options(List.of(new GeneveOption(0x102, 3, OctetString.of(1, 2, 3, 4))));
  }
}
