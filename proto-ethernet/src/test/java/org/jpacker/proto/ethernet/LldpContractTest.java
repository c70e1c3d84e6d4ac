package org.jpacker.proto.ethernet;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class LldpContractTest extends ProtocolContract<Lldp> {
  @Override
  protected Protocol<Lldp> protocol() {
    return Lldp.PROTOCOL;
  }

  @Override
  protected Lldp sample() {
    return new Lldp()
        .tlvs(
            List.of(
                new LldpTlv.ChassisId(4, OctetString.of(0, 1, 2, 3, 4, 5)),
                new LldpTlv.TimeToLive(120),
                new LldpTlv.SystemName("switch"),
                new LldpTlv.Capabilities(20, 4),
                new LldpTlv.ManagementAddress(
                    1, OctetString.of(10, 0, 0, 1), 2, 7, OctetString.EMPTY),
                new LldpOrganizational.PortVlan(1),
                new LldpOrganizational.VlanName(1, "one"),
                new LldpOrganizational.MacPhy(3, 0x6c01, 30),
                new LldpTlv.End()));
  }
}
