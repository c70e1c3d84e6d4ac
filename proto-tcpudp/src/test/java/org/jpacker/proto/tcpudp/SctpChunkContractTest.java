package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class SctpChunkContractTest extends ContentsContract<SctpChunk> {
  private static final OctetString OCTETS = OctetString.of(1, 2, 3);
  private static final List<SctpParameter> PARAMETERS =
      List.of(new SctpParameter.Opaque(1, OCTETS), new SctpParameter.TsnReset(1));

  @Override
  protected Class<SctpChunk> type() {
    return SctpChunk.class;
  }

  @Override
  protected Series<SctpChunk> series() {
    return SctpChunks.ALL;
  }

  @Override
  protected int unit() {
    return 4;
  }

  @Override
  protected List<SctpChunk> samples() {
    return List.of(
        new SctpChunk.Data(3, 1, 2, 3, 4, OCTETS),
        new SctpChunk.InterleavedData(2, 1, 2, 3, 4, OCTETS),
        new SctpChunk.Init(true, 0, 1, 2, 3, 4, 5, PARAMETERS),
        new SctpChunk.Sack(0, 1, 2, List.of(new SctpChunk.Sack.Gap(1, 2)), List.of(3L)),
        new SctpChunk.Parameters(130, 0, PARAMETERS),
        new SctpChunk.Errors(9, 0, List.of(new SctpCause.Said(12, OCTETS))),
        new SctpChunk.Shutdown(0, 1),
        new SctpChunk.ShutdownAck(0),
        new SctpChunk.ShutdownComplete(1),
        new SctpChunk.CookieEcho(0, OCTETS),
        new SctpChunk.CookieAck(0),
        new SctpChunk.Congestion(13, 0, 1),
        new SctpChunk.Authentication(0, 1, 3, OCTETS),
        new SctpChunk.AddressConfiguration(true, 0, 1, PARAMETERS),
        new SctpChunk.Padding(0, OCTETS),
        new SctpChunk.ForwardTsn(0, 1, List.of(new SctpChunk.ForwardTsn.Skipped(1, 2))),
        new SctpChunk.InterleavedForwardTsn(
            0, 1, List.of(new SctpChunk.InterleavedForwardTsn.Skipped(1, 1, 2))),
        new SctpChunk.Unknown(99, 1, OCTETS),
        new SctpChunk.Truncated(OctetString.of(99, 0, 0, 3), "length 3, 4 octets are left"));
  }
}
