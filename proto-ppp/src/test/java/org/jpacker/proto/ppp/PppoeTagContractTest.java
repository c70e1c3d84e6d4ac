package org.jpacker.proto.ppp;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class PppoeTagContractTest extends ContentsContract<PppoeTag> {
  @Override
  protected Class<PppoeTag> type() {
    return PppoeTag.class;
  }

  @Override
  protected Series<PppoeTag> series() {
    return PppoeTag.ALL;
  }

  @Override
  protected List<PppoeTag> samples() {
    return List.of(
        new PppoeTag(PppoeTag.AC_NAME, OctetString.of('a', 'c')),
        new PppoeTag(PppoeTag.HOST_UNIQ, OctetString.of(1, 2, 3)),
        new PppoeTag(-1, OctetString.of(1, 3, 0, 9)));
  }
}
