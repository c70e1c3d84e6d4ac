package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class DccpOptionContractTest extends ContentsContract<DccpOption> {
  private static final OctetString OCTETS = OctetString.of(1, 2, 3);

  @Override
  protected Class<DccpOption> type() {
    return DccpOption.class;
  }

  @Override
  protected Series<DccpOption> series() {
    return DccpOptions.ALL;
  }

  @Override
  protected int unit() {
    return 4;
  }

  @Override
  protected List<DccpOption> samples() {
    return List.of(
        new DccpOption.Single(1),
        new DccpOption.Feature(35, 1, OCTETS),
        new DccpOption.InitCookie(OCTETS),
        new DccpOption.NdpCount(0x10203, 3),
        new DccpOption.AckVector(1, OCTETS),
        new DccpOption.DataDropped(OCTETS),
        new DccpOption.Timestamp(1),
        new DccpOption.TimestampEcho(1, 2, 4),
        new DccpOption.ElapsedTime(1, 2),
        new DccpOption.DataChecksum(1),
        new DccpOption.Rate(194, 1),
        new DccpOption.Unknown(99, OCTETS),
        new DccpOption.Truncated(OctetString.of(99, 1, 0, 0), "length 1, 4 octets are left"));
  }
}
