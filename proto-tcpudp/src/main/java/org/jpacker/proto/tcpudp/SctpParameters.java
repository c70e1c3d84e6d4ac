package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Head;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;

/** The parameters of chunks. Padding follows each one except the last, which its chunk pads. */
final class SctpParameters {
  static final Series<SctpParameter> ALL =
      Series.of(
              "sctp.parameter",
              SctpParameters::head,
              Choice.of(
                  SctpParameter.class,
                  Shape.of(new SctpParameter.Unknown(0, OctetString.EMPTY)),
                  Shape.of(new SctpParameter.Capability(0x8000)).numbers(0x8000, 0xc000),
                  Shape.of(new SctpParameter.Host(Address.Ipv4.ZERO)).numbers(5, 6),
                  Shape.of(new SctpParameter.Opaque(1, OctetString.EMPTY))
                      .numbers(1, 7, 8, 0x8002, 0x8005),
                  Shape.of(9, new SctpParameter.CookiePreservative(0)),
                  Shape.of(11, new SctpParameter.HostName("")),
                  Shape.of(12, new SctpParameter.SupportedAddresses(List.of())),
                  Shape.of(13, new SctpParameter.OutgoingReset(0, 0, 0, List.of())),
                  Shape.of(14, new SctpParameter.IncomingReset(0, List.of())),
                  Shape.of(15, new SctpParameter.TsnReset(0)),
                  Shape.of(16, new SctpParameter.ResetResponse(0, 0, List.of())),
                  Shape.of(new SctpParameter.AddStreams(17, 0, 0)).numbers(17, 18),
                  Shape.of(new SctpParameter.Chunks(0x8003, List.of())).numbers(0x8003, 0x8008),
                  Shape.of(0x8004, new SctpParameter.Algorithms(List.of())),
                  Shape.of(new SctpParameter.AddressChange(0xc001, 0, Address.Ipv4.ZERO))
                      .numbers(0xc001, 0xc002, 0xc004),
                  Shape.of(0xc003, new SctpParameter.ErrorIndication(0, List.of())),
                  Shape.of(0xc005, new SctpParameter.SuccessIndication(0)),
                  Shape.of(0xc006, new SctpParameter.AdaptationIndication(0))))
          .alignedBetween(4);

  private SctpParameters() {}

  static void head(Head head) {
    head.type(16);
    head.lengthOfAll(16);
  }

  static int typeOf(Address address) {
    return address instanceof Address.Ipv6 ? 6 : 5;
  }

  static Address address(Parts in, boolean isIpv6, Address address) {
    return in.ip(isIpv6, "sctp.parameter_ipv4_address", "sctp.parameter_ipv6_address", address);
  }
}
