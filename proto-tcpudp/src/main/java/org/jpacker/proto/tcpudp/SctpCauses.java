package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;

/** The causes of errors; they have the same form as parameters. */
final class SctpCauses {
  static final Series<SctpCause> ALL =
      Series.of(
              "sctp.cause",
              SctpParameters::head,
              Choice.of(
                  SctpCause.class,
                  Shape.of(new SctpCause.Unknown(0, OctetString.EMPTY)),
                  Shape.of(new SctpCause.Plain(4)).numbers(4, 7, 10),
                  Shape.of(1, new SctpCause.InvalidStream(0)),
                  Shape.of(2, new SctpCause.MissingParameters(List.of())),
                  Shape.of(3, new SctpCause.StaleCookie(0)),
                  Shape.of(new SctpCause.Refused(5, OctetString.EMPTY))
                      .numbers(5, 6, 8, 11, 160, 161, 162, 163, 164),
                  Shape.of(9, new SctpCause.NoUserData(0)),
                  Shape.of(new SctpCause.Said(12, OctetString.EMPTY)).numbers(12, 13),
                  Shape.of(0x105, new SctpCause.UnsupportedAlgorithm(0))))
          .alignedBetween(4);

  private SctpCauses() {}
}
