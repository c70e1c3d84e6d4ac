package org.jpacker.proto.ip;

import java.util.List;
import java.util.function.Supplier;
import org.jpacker.api.Address;
import org.jpacker.api.Header;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.testkit.ProviderContract;

class IpContractTest extends ProviderContract {

  @Override
  protected ProtocolProvider provider() {
    return new IpProvider();
  }

  @Override
  protected List<Supplier<? extends Header>> samples() {
    return List.of(
        () ->
            new Ipv4()
                .src("192.0.2.1")
                .dst("192.0.2.2")
                .id(7)
                .dscp(46)
                .options(List.of(new Ipv4Option.RouterAlert(0), new Ipv4Option.StreamId(5))),
        () -> new Ipv6().src("2001:db8::1").dst("2001:db8::2").flow(0x12345).tclass(0xb9).hlim(3),
        () ->
            new Ipv6HopByHop()
                .options(
                    List.of(new Ipv6Option.RouterAlert(0), new Ipv6Option.JumboPayload(0x10000))),
        () ->
            Ipv6Routing.of(
                Ipv6Routing.SEGMENT_ROUTING,
                List.of(Address.Ipv6.of("2001:db8::1"), Address.Ipv6.of("2001:db8::2"))),
        () -> new Ipv6Fragment().offset(185).more(true).ident(0xcafe),
        () ->
            new Ipv6DestinationOptions()
                .options(
                    List.of(
                        new Ipv6Option.HomeAddress(Address.Ipv6.of("2001:db8::1")),
                        new Ipv6Option.TunnelLimit(4))),
        () -> Mip6.of(5, new byte[] {0, 7, (byte) 0xc0, 0, 0, 3, 1, 2, 0, 0}),
        () ->
            new Ah().spi(0x100).sequence(2).icv(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}),
        () -> new Esp().spi(0x100).sequence(2),
        () -> new IpComp().nextHeader(6).cpi(2),
        () -> new Gre().withChecksum().key(7).sequenceNumber(9),
        () -> new Erspan().version(2).vlan(10).spanid(3).subheader(3, 5L << 32 | 1),
        () -> new EtherIp());
  }
}
