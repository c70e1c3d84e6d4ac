package org.jpacker.proto.ip;

import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.ValueNames;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;

/** The options of hop-by-hop and destination options headers. */
final class Ipv6Options {

  /** Names of {@link Ipv6Option#type}. */
  static final ValueNames TYPES =
      ValueNames.read(() -> Ipv6Options.class.getResourceAsStream("ipv6.opt.type.tsv"));

  /** 256 units of eight octets, without next header and length. */
  private static final int MOST = 2046;

  static final Series<Ipv6Option> ALL =
      Series.of(
              "ipv6.opt",
              head -> {
                if (head.type(8) > 0) {
                  head.length(8);
                }
              },
              Choice.of(
                  Ipv6Option.class,
                  Shape.of(new Ipv6Option.Unknown(1, OctetString.EMPTY)),
                  Shape.of(0, new Ipv6Option.Pad1()),
                  Shape.of(1, new Ipv6Option.PadN(0)),
                  Shape.of(4, new Ipv6Option.TunnelLimit(0)),
                  Shape.of(5, new Ipv6Option.RouterAlert(0)),
                  Shape.of(0xc2, new Ipv6Option.JumboPayload(0)),
                  Shape.of(7, new Ipv6Option.Calipso(0, 0, 0, OctetString.EMPTY)),
                  Shape.of(0x0f, new Ipv6Option.Metrics(0, 0, 0, 0, 0, 0)),
                  Shape.of(0x26, new Ipv6Option.QuickStart(0, 0, 0, 0)),
                  Shape.of(0x30, new Ipv6Option.PathMtu(0, 0, false)),
                  Shape.of(new Ipv6Option.Rpl(0x63, 0, 0, 0, OctetString.EMPTY))
                      .numbers(0x63, 0x23),
                  Shape.of(0x6d, new Ipv6Option.Mpl(0, 0, OctetString.EMPTY)),
                  Shape.of(0x8b, new Ipv6Option.IlnpNonce(OctetString.EMPTY)),
                  Shape.of(0x8c, new Ipv6Option.LineId(OctetString.EMPTY)),
                  Shape.of(0xc9, new Ipv6Option.HomeAddress(Address.Ipv6.ZERO)),
                  Shape.of(0xee, new Ipv6Option.DepthFirst(0, 0))),
              Shape.of(new Ipv6Option.Truncated(OctetString.EMPTY, "")))
          .atMost(MOST)
          .paddedTo(8, 2, Ipv6Options::padding);

  private Ipv6Options() {}

  private static Ipv6Option padding(int octets) {
    return octets == 1 ? new Ipv6Option.Pad1() : new Ipv6Option.PadN(octets - 2);
  }
}
