package org.jpacker.proto.ethernet;

import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;

/** Organisationally specific TLVs: organisation and subtype together select the type. */
final class LldpOrganizationals {
  static final int IEEE_802_1 = 0x0080c2;
  static final int IEEE_802_3 = 0x00120f;

  static final Series<LldpOrganizational> ALL =
      Series.of(
          "lldp.orgtlv",
          head -> head.type(32),
          Choice.of(
              LldpOrganizational.class,
              Shape.of(new LldpOrganizational.Other(0, 0, OctetString.EMPTY)),
              Shape.of(number(IEEE_802_1, 1), new LldpOrganizational.PortVlan(0)),
              Shape.of(number(IEEE_802_1, 2), new LldpOrganizational.ProtocolVlan(0, 0)),
              Shape.of(number(IEEE_802_1, 3), new LldpOrganizational.VlanName(0, "")),
              Shape.of(
                  number(IEEE_802_1, 4),
                  new LldpOrganizational.ProtocolIdentity(OctetString.EMPTY)),
              Shape.of(new LldpOrganizational.LinkAggregation(IEEE_802_1, 0, 0))
                  .numbers(number(IEEE_802_1, 7), number(IEEE_802_3, 3)),
              Shape.of(number(IEEE_802_3, 1), new LldpOrganizational.MacPhy(0, 0, 0)),
              Shape.of(
                  number(IEEE_802_3, 2), new LldpOrganizational.Power(0, 0, 0, OctetString.EMPTY)),
              Shape.of(number(IEEE_802_3, 4), new LldpOrganizational.MaximumFrameSize(0))));

  private LldpOrganizationals() {}

  static long number(int oui, int subtype) {
    return (long) oui << 8 | subtype;
  }

  static int oui(long number) {
    return (int) (number >>> 8);
  }

  static int subtype(long number) {
    return (int) number & 0xff;
  }
}
