package org.jpacker.proto.ip;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class MobilityOptionContractTest extends ContentsContract<MobilityOption> {
  @Override
  protected Class<MobilityOption> type() {
    return MobilityOption.class;
  }

  @Override
  protected Series<MobilityOption> series() {
    return MobilityOption.ALL;
  }

  @Override
  protected List<MobilityOption> samples() {
    return List.of(
        new MobilityOption(0, OctetString.EMPTY),
        new MobilityOption(1, OctetString.of(0, 0)),
        new MobilityOption(5, OctetString.of(1, 2, 3, 4)));
  }
}
