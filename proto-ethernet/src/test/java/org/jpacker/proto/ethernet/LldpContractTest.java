package org.jpacker.proto.ethernet;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class LldpContractTest extends ContentsContract<LldpTlv> {
  private static final OctetString OCTETS = OctetString.of(1, 2, 3);

  @Override
  protected Class<LldpTlv> type() {
    return LldpTlv.class;
  }

  @Override
  protected Series<LldpTlv> series() {
    return LldpTlvs.ALL;
  }

  @Override
  protected List<LldpTlv> samples() {
    return List.of(
        new LldpTlv.End(),
        new LldpTlv.ChassisId(7, OCTETS),
        new LldpTlv.PortId(7, OCTETS),
        new LldpTlv.TimeToLive(120),
        new LldpTlv.PortDescription("port"),
        new LldpTlv.SystemName("name"),
        new LldpTlv.SystemDescription(""),
        new LldpTlv.Capabilities(4, 4),
        new LldpTlv.ManagementAddress(1, OctetString.of(192, 0, 2, 1), 2, 1, OCTETS),
        new LldpOrganizational.PortVlan(1),
        new LldpOrganizational.ProtocolVlan(2, 3),
        new LldpOrganizational.VlanName(1, "office"),
        new LldpOrganizational.ProtocolIdentity(OCTETS),
        new LldpOrganizational.LinkAggregation(LldpOrganizationals.IEEE_802_3, 1, 2),
        new LldpOrganizational.MacPhy(1, 2, 3),
        new LldpOrganizational.Power(1, 2, 3, OctetString.EMPTY),
        new LldpOrganizational.MaximumFrameSize(1518),
        new LldpOrganizational.Other(1, 2, OCTETS),
        new LldpTlv.Unknown(100, OCTETS),
        new LldpTlv.Truncated(OctetString.of(1), "no length"));
  }
}
