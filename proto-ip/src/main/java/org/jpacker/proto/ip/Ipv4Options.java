package org.jpacker.proto.ip;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.ValueNames;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;
import org.jpacker.proto.ip.Ipv4Option.Route;

/** The options of IPv4. */
final class Ipv4Options {
  static final ValueNames TYPES =
      ValueNames.read(() -> Ipv4Options.class.getResourceAsStream("ip.opt.type.tsv"));

  /** RFC 791, section 3.1: the header length has 4 bits; the fixed header takes 5 of 15 units. */
  private static final int MOST = 40;

  static final Series<Ipv4Option> ALL =
      Series.of(
              "ip.options",
              head -> {
                if (head.type(8) > 1) {
                  head.lengthOfAll(8);
                }
              },
              Choice.of(
                  Ipv4Option.class,
                  Shape.of(new Ipv4Option.Unknown(2, OctetString.EMPTY)),
                  Shape.of(0, new Ipv4Option.End()),
                  Shape.of(1, new Ipv4Option.Nop()),
                  Shape.of(new Route(Route.RECORD, 0, List.of()))
                      .numbers(Route.RECORD, Route.LOOSE, Route.STRICT),
                  Shape.of(68, new Ipv4Option.Timestamp(0, 0, 0, List.of())),
                  Shape.of(148, new Ipv4Option.RouterAlert(0)),
                  Shape.of(new Ipv4Option.Mtu(11, 0)).numbers(11, 12),
                  Shape.of(136, new Ipv4Option.StreamId(0)),
                  Shape.of(130, new Ipv4Option.Security(0, OctetString.EMPTY)),
                  Shape.of(133, new Ipv4Option.ExtendedSecurity(0, OctetString.EMPTY)),
                  Shape.of(134, new Ipv4Option.Cipso(0, OctetString.EMPTY)),
                  Shape.of(82, new Ipv4Option.Traceroute(0, 0, 0, Address.Ipv4.ZERO)),
                  Shape.of(25, new Ipv4Option.QuickStart(0, 0, 0, 0))),
              Shape.of(new Ipv4Option.Truncated(OctetString.EMPTY, "")))
          .endsWith(0)
          .paddedTo(4)
          .atMost(MOST);

  private Ipv4Options() {}
}
