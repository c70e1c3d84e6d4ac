package org.example.beacon;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class BeaconTlvContractTest extends ContentsContract<BeaconTlv> {

  @Override
  protected Class<BeaconTlv> type() {
    return BeaconTlv.class;
  }

  @Override
  protected Series<BeaconTlv> series() {
    return Beacon.TLV_LIST;
  }

  @Override
  protected List<BeaconTlv> samples() {
    return List.of(
        new BeaconTlv.Name("north"),
        new BeaconTlv.Position(-33_856_784, 151_215_297),
        new BeaconTlv.Kinds(List.of(0, 1)),
        new BeaconTlv.Unknown(9, OctetString.of(1, 2)),
        new BeaconTlv.Truncated(OctetString.of(1, 9, 0), "length 9, 1 octet is left"));
  }
}
