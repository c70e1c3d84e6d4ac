package org.jpacker.proto.tcpudp;

import java.util.List;
import java.util.Optional;
import org.jpacker.api.OctetString;
import org.jpacker.api.ValueNames;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Head;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;

/** The options of TCP. */
final class TcpOptions {
  static final ValueNames KINDS =
      ValueNames.read(() -> Tcp.class.getResourceAsStream("tcp.option_kind.tsv"));

  /** RFC 9293, section 3.1: the data offset has 4 bits; the fixed header takes 5 of 15 units. */
  private static final int MOST = 40;

  static final Series<TcpOption> ALL =
      Series.of(
              "tcp.options",
              TcpOptions::head,
              Choice.of(
                  TcpOption.class,
                  Shape.of(new TcpOption.Unknown(0, OctetString.EMPTY)),
                  Shape.of(0, new TcpOption.End()),
                  Shape.of(1, new TcpOption.Nop()),
                  Shape.of(2, new TcpOption.MaximumSegmentSize(0)),
                  Shape.of(3, new TcpOption.WindowScale(0)),
                  Shape.of(4, new TcpOption.SackPermitted()),
                  Shape.of(5, new TcpOption.Sack(List.of())),
                  Shape.of(8, new TcpOption.Timestamps(0, 0)),
                  Shape.of(new TcpOption.Echo(6, 0)).numbers(6, 7),
                  Shape.of(9, new TcpOption.PartialOrderPermitted()),
                  Shape.of(10, new TcpOption.PartialOrderProfile(false, false)),
                  Shape.of(new TcpOption.ConnectionCount(11, 0)).numbers(11, 12, 13),
                  Shape.of(14, new TcpOption.AlternateChecksum(0)),
                  Shape.of(19, new TcpOption.Md5Signature(OctetString.EMPTY)),
                  Shape.of(20, new TcpOption.ScpsCapabilities(0, 0)),
                  Shape.of(21, new TcpOption.SelectiveNegativeAck(0, 0)),
                  Shape.of(22, new TcpOption.RecordBoundary()),
                  Shape.of(23, new TcpOption.CorruptionExperienced()),
                  Shape.of(27, new TcpOption.QuickStart(0, 0, 0)),
                  Shape.of(28, new TcpOption.UserTimeout(false, 0)),
                  Shape.of(29, new TcpOption.Authentication(0, 0, OctetString.EMPTY)),
                  Shape.of(34, new TcpOption.FastOpen(OctetString.EMPTY)),
                  Shape.of(69, new TcpOption.EncryptionNegotiation(OctetString.EMPTY)),
                  Shape.of(new TcpOption.AccurateEcn(0, List.of()))
                      .numbers(TcpOption.AccurateEcn.ECT0_FIRST, TcpOption.AccurateEcn.ECT1_FIRST),
                  Shape.of(new TcpOption.Experimental(253, 0, OctetString.EMPTY)).numbers(253, 254),
                  Shape.of(30, new TcpOption.Mptcp(new MptcpMessage.Unknown(OctetString.EMPTY)))),
              Shape.of(new TcpOption.Truncated(OctetString.EMPTY, "")))
          .endsWith(0)
          .paddedTo(4)
          .atMost(MOST);

  private TcpOptions() {}

  /** The end of the list and the option for alignment have no length. */
  private static void head(Head head) {
    if (head.type(8) > 1) {
      head.lengthOfAll(8);
    }
  }

  static List<TcpOption> decode(byte[] octets) {
    return ALL.decode(octets);
  }

  /** The octets of {@code options}, padded with zeros to whole words. */
  static byte[] encode(List<? extends TcpOption> options) {
    return ALL.encode(options);
  }

  /** The identifiers are in the registry of experiments. */
  static Optional<TcpOption> outcome(TcpOption.Experimental option) {
    byte[] contents = option.octets().octets();
    return switch (option.experiment()) {
      case 0xf989 -> Optional.of(ALL.decode(34, contents));
      case 0xacc0 -> Optional.of(ALL.decode(TcpOption.AccurateEcn.ECT0_FIRST, contents));
      case 0xacc1 -> Optional.of(ALL.decode(TcpOption.AccurateEcn.ECT1_FIRST, contents));
      default -> Optional.empty();
    };
  }
}
