package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class SctpParameterContractTest extends ContentsContract<SctpParameter> {
  private static final OctetString OCTETS = OctetString.of(1, 2, 3);

  @Override
  protected Class<SctpParameter> type() {
    return SctpParameter.class;
  }

  @Override
  protected Series<SctpParameter> series() {
    return SctpParameters.ALL;
  }

  @Override
  protected List<SctpParameter> samples() {
    return List.of(
        new SctpParameter.Host(Address.Ipv6.of("2001:db8::1")),
        new SctpParameter.HostName("a2"),
        new SctpParameter.Opaque(7, OCTETS),
        new SctpParameter.CookiePreservative(1),
        new SctpParameter.SupportedAddresses(List.of(5, 6)),
        new SctpParameter.Chunks(0x8003, List.of(0xc1)),
        new SctpParameter.Algorithms(List.of(3, 1)),
        new SctpParameter.Capability(0xc000),
        new SctpParameter.AddressChange(0xc002, 1, Address.Ipv4.of("192.0.2.1")),
        new SctpParameter.ErrorIndication(
            1, List.of(new SctpCause.Refused(160, OCTETS), new SctpCause.Plain(4))),
        new SctpParameter.SuccessIndication(1),
        new SctpParameter.AdaptationIndication(2),
        new SctpParameter.OutgoingReset(1, 2, 3, List.of(4)),
        new SctpParameter.IncomingReset(1, List.of(2, 3)),
        new SctpParameter.TsnReset(1),
        new SctpParameter.ResetResponse(1, 1, List.of(7L, 8L)),
        new SctpParameter.AddStreams(18, 1, 2),
        new SctpParameter.Unknown(99, OCTETS));
  }
}
