package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class NdOptionContractTest extends ContentsContract<NdOption> {
  private static final Address.Mac MAC = Address.Mac.of("02:00:00:00:00:01");
  private static final Address.Ipv6 HERE = Address.Ipv6.of("2001:db8::1");
  private static final OctetString HALF = OctetString.of(0x20, 1, 0xd, 0xb8, 0, 0, 0, 1);

  @Override
  protected Class<NdOption> type() {
    return NdOption.class;
  }

  @Override
  protected Series<NdOption> series() {
    return NdOptions.ALL;
  }

  @Override
  protected List<NdOption> samples() {
    return List.of(
        new NdOption.SourceLinkLayer(MAC),
        new NdOption.TargetLinkLayer(MAC),
        new NdOption.PrefixInformation(64, true, false, true, 7200, 3600, HERE),
        new NdOption.RedirectedHeader(HALF),
        new NdOption.Mtu(1500),
        new NdOption.AdvertisementInterval(1000),
        new NdOption.HomeAgent(1, 600),
        new NdOption.AddressList(10, List.of(HERE, HERE)),
        new NdOption.RsaSignature(new OctetString(new byte[16]), OctetString.of(1, 2, 3, 4)),
        new NdOption.Timestamp(-1),
        new NdOption.Nonce(OctetString.of(1, 2, 3, 4, 5, 6)),
        new NdOption.RouteInformation(64, 3, 600, HALF),
        new NdOption.NameServers(600, List.of(HERE)),
        new NdOption.MoreFlags(0x8000_0000_0001L),
        new NdOption.SearchList(600, List.of("example.org", "example.net")),
        new NdOption.AddressRegistration(1, 60, -1),
        new NdOption.Context(64, 0x11, 60, HALF),
        new NdOption.BorderRouter(0x1_0002, 60, HERE),
        new NdOption.CaptivePortal("https://example.org/"),
        new NdOption.Nat64Prefix(
            75, 1, OctetString.of(0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)),
        new NdOption.Unknown(99, OctetString.of(1, 2, 3, 4, 5, 6)),
        new NdOption.Truncated(OctetString.of(5, 0, 0, 0), "length 0, 4 octets are left"));
  }
}
