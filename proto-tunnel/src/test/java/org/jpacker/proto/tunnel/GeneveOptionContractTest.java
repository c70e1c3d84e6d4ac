package org.jpacker.proto.tunnel;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class GeneveOptionContractTest extends ContentsContract<GeneveOption> {
  @Override
  protected Class<GeneveOption> type() {
    return GeneveOption.class;
  }

  @Override
  protected Series<GeneveOption> series() {
    return GeneveOption.ALL;
  }

  @Override
  protected List<GeneveOption> samples() {
    return List.of(
        new GeneveOption(0x102, 0x83, OctetString.of(1, 2, 3, 4)),
        new GeneveOption(0xffff, 0, OctetString.EMPTY),
        new GeneveOption(-1, 0, OctetString.of(1, 2, 3, 1)));
  }
}
