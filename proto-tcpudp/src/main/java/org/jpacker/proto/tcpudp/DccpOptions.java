package org.jpacker.proto.tcpudp;

import java.util.List;
import java.util.stream.LongStream;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Head;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;

/** The options of DCCP. */
final class DccpOptions {
  /** From this type on, options have a length. */
  private static final int LONG = 32;

  private static final int MOST = 1008;

  static final Series<DccpOption> ALL =
      Series.of(
              "dccp.options",
              DccpOptions::head,
              Choice.of(
                  DccpOption.class,
                  Shape.of(new DccpOption.Unknown(0, OctetString.EMPTY)),
                  Shape.of(new DccpOption.Single(0)).numbers(LongStream.range(0, LONG).toArray()),
                  Shape.of(new DccpOption.Feature(32, 0, OctetString.EMPTY))
                      .numbers(32, 33, 34, 35),
                  Shape.of(36, new DccpOption.InitCookie(OctetString.EMPTY)),
                  Shape.of(37, new DccpOption.NdpCount(0, 1)),
                  Shape.of(new DccpOption.AckVector(0, OctetString.EMPTY)).numbers(38, 39),
                  Shape.of(40, new DccpOption.DataDropped(OctetString.EMPTY)),
                  Shape.of(41, new DccpOption.Timestamp(0)),
                  Shape.of(42, new DccpOption.TimestampEcho(0, 0, 2)),
                  Shape.of(43, new DccpOption.ElapsedTime(0, 2)),
                  Shape.of(44, new DccpOption.DataChecksum(0)),
                  Shape.of(new DccpOption.Rate(192, 0)).numbers(192, 194)),
              Shape.of(new DccpOption.Truncated(OctetString.EMPTY, "")))
          .paddedTo(4)
          .atMost(MOST);

  private DccpOptions() {}

  private static void head(Head head) {
    if (head.type(8) >= LONG) {
      head.lengthOfAll(8);
    }
  }

  static List<DccpOption> decode(byte[] octets) {
    return ALL.decode(octets);
  }

  /** The octets of {@code options}, padded to whole words. */
  static byte[] encode(List<? extends DccpOption> options) {
    return ALL.encode(options);
  }
}
