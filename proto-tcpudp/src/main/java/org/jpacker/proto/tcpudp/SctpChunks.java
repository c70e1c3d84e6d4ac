package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.ValueNames;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;

/** The chunks of SCTP; first those of a head alone, so that their fields come first. */
final class SctpChunks {
  static final ValueNames TYPES =
      ValueNames.read(() -> Sctp.class.getResourceAsStream("sctp.chunk_type.tsv"));

  static final Series<SctpChunk> ALL =
      Series.of(
              "sctp.chunk",
              head -> {
                head.type(8);
                head.extra(8);
                head.lengthOfAll(16);
              },
              Choice.of(
                  SctpChunk.class,
                  Shape.of(new SctpChunk.Unknown(0, 0, OctetString.EMPTY)),
                  Shape.of(8, new SctpChunk.ShutdownAck(0)),
                  Shape.of(11, new SctpChunk.CookieAck(0)),
                  Shape.of(14, new SctpChunk.ShutdownComplete(0)),
                  Shape.of(0, new SctpChunk.Data(0, 0, 0, 0, 0, OctetString.EMPTY)),
                  Shape.of(64, new SctpChunk.InterleavedData(0, 0, 0, 0, 0, OctetString.EMPTY)),
                  Shape.of(new SctpChunk.Init(false, 0, 0, 0, 0, 0, 0, List.of())).numbers(1, 2),
                  Shape.of(3, new SctpChunk.Sack(0, 0, 0, List.of(), List.of())),
                  Shape.of(7, new SctpChunk.Shutdown(0, 0)),
                  Shape.of(10, new SctpChunk.CookieEcho(0, OctetString.EMPTY)),
                  Shape.of(new SctpChunk.Congestion(12, 0, 0)).numbers(12, 13),
                  Shape.of(15, new SctpChunk.Authentication(0, 0, 0, OctetString.EMPTY)),
                  Shape.of(new SctpChunk.AddressConfiguration(false, 0, 0, List.of()))
                      .numbers(193, 128),
                  Shape.of(192, new SctpChunk.ForwardTsn(0, 0, List.of())),
                  Shape.of(194, new SctpChunk.InterleavedForwardTsn(0, 0, List.of())),
                  Shape.of(132, new SctpChunk.Padding(0, OctetString.EMPTY)),
                  Shape.of(new SctpChunk.Parameters(4, 0, List.of())).numbers(4, 5, 130),
                  Shape.of(new SctpChunk.Errors(6, 0, List.of())).numbers(6, 9)),
              Shape.of(new SctpChunk.Truncated(OctetString.EMPTY, "")))
          .aligned(4)
          .mayCountPadding();

  private SctpChunks() {}

  static List<SctpChunk> decode(byte[] octets) {
    return ALL.decode(octets);
  }

  static byte[] encode(List<? extends SctpChunk> chunks) {
    return ALL.encode(chunks);
  }
}
