package org.jpacker.proto.ppp;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class CiscoHdlcContractTest extends ProtocolContract<CiscoHdlc> {
  @Override
  protected Protocol<CiscoHdlc> protocol() {
    return CiscoHdlc.PROTOCOL;
  }

  @Override
  protected CiscoHdlc sample() {
    return new CiscoHdlc().address(0x8f).protocolNumber(0x0800);
  }
}
