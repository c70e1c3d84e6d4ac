package org.jpacker.proto.tunnel;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class GtpExtensionContractTest extends ContentsContract<GtpExtension> {
  @Override
  protected Class<GtpExtension> type() {
    return GtpExtension.class;
  }

  @Override
  protected Series<GtpExtension> series() {
    return GtpExtension.ALL;
  }

  @Override
  protected List<GtpExtension> samples() {
    return List.of(
        new GtpExtension(0x85, OctetString.of(0, 9)),
        new GtpExtension(0xc0, OctetString.of(1, 2, 3, 4, 5, 6)));
  }
}
