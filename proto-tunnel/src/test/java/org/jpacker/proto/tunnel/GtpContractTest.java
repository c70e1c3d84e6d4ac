package org.jpacker.proto.tunnel;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class GtpContractTest extends ProtocolContract<Gtp> {
  @Override
  protected Protocol<Gtp> protocol() {
    return Gtp.PROTOCOL;
  }

  @Override
  protected Gtp sample() {
    return new Gtp().teid(77).extensions(List.of(new GtpExtension(0x85, OctetString.of(0, 9))));
  }
}
