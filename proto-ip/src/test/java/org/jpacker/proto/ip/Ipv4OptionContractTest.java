package org.jpacker.proto.ip;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class Ipv4OptionContractTest extends ContentsContract<Ipv4Option> {
  private static final OctetString OCTETS = OctetString.of(1, 2, 3, 4);

  @Override
  protected Class<Ipv4Option> type() {
    return Ipv4Option.class;
  }

  @Override
  protected Series<Ipv4Option> series() {
    return Ipv4Options.ALL;
  }

  @Override
  protected int unit() {
    return 4;
  }

  @Override
  protected List<Ipv4Option> samples() {
    return List.of(
        new Ipv4Option.End(),
        new Ipv4Option.Nop(),
        new Ipv4Option.Route(
            Ipv4Option.Route.LOOSE, 4, List.of(Address.Ipv4.of("192.0.2.1"), Address.Ipv4.ZERO)),
        new Ipv4Option.Timestamp(
            9, 2, 0, List.of(new Ipv4Option.Timestamp.Entry(Address.Ipv4.ZERO, 10))),
        new Ipv4Option.Timestamp(
            13, 0, 3, List.of(new Ipv4Option.Timestamp.Entry(Address.Ipv4.of("192.0.2.1"), 10))),
        new Ipv4Option.RouterAlert(1),
        new Ipv4Option.Mtu(12, 1500),
        new Ipv4Option.StreamId(5),
        new Ipv4Option.Security(0xab, OCTETS),
        new Ipv4Option.ExtendedSecurity(1, OCTETS),
        new Ipv4Option.Cipso(3, OCTETS),
        new Ipv4Option.Traceroute(1, 2, 3, Address.Ipv4.of("192.0.2.1")),
        new Ipv4Option.QuickStart(8, 5, 64, (1 << 30) - 1),
        new Ipv4Option.Unknown(99, OCTETS),
        new Ipv4Option.Truncated(OctetString.of(99, 0, 0, 0), "length 0, 4 octets are left"));
  }
}
