package org.jpacker.proto.ethernet;

import org.jpacker.api.OctetString;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class WakeOnLanContractTest extends ProtocolContract<WakeOnLan> {
  @Override
  protected Protocol<WakeOnLan> protocol() {
    return WakeOnLan.PROTOCOL;
  }

  @Override
  protected WakeOnLan sample() {
    return new WakeOnLan().mac("02:00:00:00:00:02").passwd(OctetString.of(1, 2, 3, 4, 5, 6));
  }
}
