package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class SctpCauseContractTest extends ContentsContract<SctpCause> {
  private static final OctetString OCTETS = OctetString.of(1, 2, 3);

  @Override
  protected Class<SctpCause> type() {
    return SctpCause.class;
  }

  @Override
  protected Series<SctpCause> series() {
    return SctpCauses.ALL;
  }

  @Override
  protected List<SctpCause> samples() {
    return List.of(
        new SctpCause.InvalidStream(7),
        new SctpCause.MissingParameters(List.of(7, 5)),
        new SctpCause.StaleCookie(1),
        new SctpCause.Plain(10),
        new SctpCause.NoUserData(1),
        new SctpCause.Refused(164, OCTETS),
        new SctpCause.Said(13, OCTETS),
        new SctpCause.UnsupportedAlgorithm(3),
        new SctpCause.Unknown(99, OCTETS));
  }
}
