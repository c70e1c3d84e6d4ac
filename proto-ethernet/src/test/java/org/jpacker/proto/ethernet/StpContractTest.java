package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class StpContractTest extends ProtocolContract<Stp> {
  @Override
  protected Protocol<Stp> protocol() {
    return Stp.PROTOCOL;
  }

  @Override
  protected Stp sample() {
    return new Stp()
        .rootPrio(32768)
        .rootHw("02:00:00:00:00:01")
        .rootCost(4)
        .bridgeHw("02:00:00:00:00:02")
        .maxAge(20 * 256);
  }
}
