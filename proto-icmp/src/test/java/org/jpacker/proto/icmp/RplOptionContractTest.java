package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class RplOptionContractTest extends ContentsContract<RplOption> {
  @Override
  protected Class<RplOption> type() {
    return RplOption.class;
  }

  @Override
  protected Series<RplOption> series() {
    return RplOption.ALL;
  }

  @Override
  protected List<RplOption> samples() {
    return List.of(
        new RplOption(0, OctetString.EMPTY),
        new RplOption(1, OctetString.of(0, 0)),
        new RplOption(5, OctetString.of(1, 2, 3, 4)));
  }
}
