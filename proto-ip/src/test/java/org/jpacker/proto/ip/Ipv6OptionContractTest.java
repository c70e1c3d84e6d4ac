package org.jpacker.proto.ip;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class Ipv6OptionContractTest extends ContentsContract<Ipv6Option> {
  private static final OctetString OCTETS = OctetString.of(1, 2, 3, 4);

  @Override
  protected Class<Ipv6Option> type() {
    return Ipv6Option.class;
  }

  @Override
  protected Series<Ipv6Option> series() {
    return Ipv6Options.ALL;
  }

  @Override
  protected int unit() {
    return 8;
  }

  @Override
  protected int before() {
    return 2;
  }

  @Override
  protected List<Ipv6Option> samples() {
    return List.of(
        new Ipv6Option.Pad1(),
        new Ipv6Option.PadN(255),
        new Ipv6Option.TunnelLimit(4),
        new Ipv6Option.RouterAlert(1),
        new Ipv6Option.JumboPayload(0x10000),
        new Ipv6Option.Calipso(1, 2, 3, OCTETS),
        new Ipv6Option.Metrics(1, 2, 3, 4, 5, 6),
        new Ipv6Option.QuickStart(8, 5, 64, (1 << 30) - 1),
        new Ipv6Option.PathMtu(1500, 1280, true),
        new Ipv6Option.Rpl(0x23, 0x80, 1, 256, OCTETS),
        new Ipv6Option.Mpl(0x80, 1, OCTETS),
        new Ipv6Option.IlnpNonce(OCTETS),
        new Ipv6Option.LineId(OCTETS),
        new Ipv6Option.HomeAddress(Address.Ipv6.of("2001:db8::1")),
        new Ipv6Option.DepthFirst(0x40, 7),
        new Ipv6Option.Unknown(100, OCTETS),
        new Ipv6Option.Truncated(OctetString.of(99, 5, 0, 0, 0, 0), "length 5, 4 octets are left"));
  }
}
