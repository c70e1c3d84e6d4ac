package org.jpacker.proto.ethernet;

import java.util.List;
import java.util.Map;
import org.jpacker.api.MalformedException;
import org.jpacker.api.OctetString;
import org.jpacker.api.ValueNames;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;

/** The TLVs of LLDP. */
final class LldpTlvs {
  private static final int LONGEST = 511;

  static final ValueNames TYPES =
      ValueNames.of(
          Map.of(
              0L, "end",
              1L, "chassis",
              2L, "port",
              3L, "time to live",
              4L, "port description",
              5L, "system name",
              6L, "system description",
              7L, "system capabilities",
              8L, "management address",
              127L, "organization specific"));

  static final Series<LldpTlv> ALL =
      Series.of(
              "lldp.tlv",
              head -> {
                head.type(7);
                head.length(9);
              },
              Choice.of(
                  LldpTlv.class,
                  Shape.of(new LldpTlv.Unknown(0, OctetString.EMPTY)),
                  Shape.of(0, new LldpTlv.End()),
                  Shape.of(1, new LldpTlv.ChassisId(0, OctetString.EMPTY)),
                  Shape.of(2, new LldpTlv.PortId(0, OctetString.EMPTY)),
                  Shape.of(3, new LldpTlv.TimeToLive(0)),
                  Shape.of(4, new LldpTlv.PortDescription("")),
                  Shape.of(5, new LldpTlv.SystemName("")),
                  Shape.of(6, new LldpTlv.SystemDescription("")),
                  Shape.of(7, new LldpTlv.Capabilities(0, 0)),
                  Shape.of(
                      8,
                      new LldpTlv.ManagementAddress(0, OctetString.EMPTY, 0, 0, OctetString.EMPTY)),
                  Shape.of(127, LldpOrganizationals.ALL)),
              Shape.of(new LldpTlv.Truncated(OctetString.EMPTY, "")))
          .endsWith(0);

  private LldpTlvs() {}

  /** Octets of the list including its end; all octets if the list has no end. */
  static int size(Window in) throws MalformedException {
    int at = 0;
    while (at + 2 <= in.size()) {
      int head = in.u16(at);
      at += 2 + (head & LONGEST);
      if (head >>> 9 == 0 && at <= in.size()) {
        return at;
      }
    }
    return in.size();
  }

  static List<LldpTlv> decode(byte[] octets) {
    return ALL.decode(octets);
  }

  static byte[] encode(List<? extends LldpTlv> tlvs) {
    return ALL.encode(tlvs);
  }
}
