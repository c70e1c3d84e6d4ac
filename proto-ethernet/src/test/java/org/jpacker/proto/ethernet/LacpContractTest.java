package org.jpacker.proto.ethernet;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class LacpContractTest extends ProtocolContract<Lacp> {
  @Override
  protected Protocol<Lacp> protocol() {
    return Lacp.PROTOCOL;
  }

  @Override
  protected Lacp sample() {
    return new Lacp()
        .actorSysid("02:00:00:00:00:01")
        .actorKey(17)
        .actorState(0x3d)
        .partnerSysid("02:00:00:00:00:02");
  }
}
