package org.jpacker.proto.ethernet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.MalformedException;
import org.jpacker.api.OctetString;
import org.jpacker.api.Window;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;

/** Decodes and encodes lists of TLVs. */
final class LldpTlvs {
  private static final int LONGEST = 511;

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
    List<LldpTlv> tlvs = new ArrayList<>();
    int at = 0;
    while (at < octets.length) {
      int left = octets.length - at - 2;
      int length = left < 0 ? 0 : (octets[at] & 1) << 8 | octets[at + 1] & 0xff;
      if (left < length) {
        byte[] rest = Arrays.copyOfRange(octets, at, octets.length);
        tlvs.add(
            new LldpTlv.Truncated(
                new OctetString(rest),
                left < 0 ? "no length" : "length " + length + ", " + left + " octets are left"));
        break;
      }
      int type = (octets[at] & 0xff) >>> 1;
      tlvs.add(tlv(type, Arrays.copyOfRange(octets, at + 2, at + 2 + length)));
      at += 2 + length;
      if (type == 0) {
        break;
      }
    }
    return List.copyOf(tlvs);
  }

  private static LldpTlv tlv(int type, byte[] value) {
    LldpTlv tlv = known(type, new OctetReader(value));
    boolean isWhole = tlv != null && Arrays.equals(value(tlv), value);
    return isWhole ? tlv : new LldpTlv.Unknown(type, new OctetString(value));
  }

  private static LldpTlv known(int type, OctetReader in) {
    return switch (type) {
      case 0 -> new LldpTlv.End();
      case 1 -> new LldpTlv.ChassisId(in.u8(), in.rest());
      case 2 -> new LldpTlv.PortId(in.u8(), in.rest());
      case 3 -> new LldpTlv.TimeToLive(in.u16());
      case 4 -> new LldpTlv.PortDescription(text(in));
      case 5 -> new LldpTlv.SystemName(text(in));
      case 6 -> new LldpTlv.SystemDescription(text(in));
      case 7 -> new LldpTlv.Capabilities(in.u16(), in.u16());
      case 8 -> {
        int length = in.u8();
        yield new LldpTlv.ManagementAddress(
            in.u8(), in.take(length - 1), in.u8(), in.u32(), in.take(in.u8()));
      }
      case 127 -> LldpOrganizationals.decode(in.u24(), in.u8(), in.rest());
      default -> null;
    };
  }

  private static String text(OctetReader in) {
    return in.rest().text(StandardCharsets.UTF_8);
  }

  static byte[] encode(List<? extends LldpTlv> tlvs) {
    OctetWriter out = new OctetWriter("lldp.tlv");
    for (LldpTlv tlv : tlvs) {
      byte[] value = value(tlv);
      if (!(tlv instanceof LldpTlv.Truncated)) {
        if (value.length > LONGEST || tlv.type() > 127) {
          throw new IllegalArgumentException("lldp.tlv: " + tlv + " does not fit");
        }
        out.u16(tlv.type() << 9 | value.length);
      }
      out.octets(value);
    }
    return out.octets();
  }

  private static byte[] value(LldpTlv tlv) {
    OctetWriter out = new OctetWriter("lldp.tlv");
    if (tlv instanceof LldpTlv.ChassisId id) {
      out.u8(id.subtype()).octets(id.id());
    } else if (tlv instanceof LldpTlv.PortId id) {
      out.u8(id.subtype()).octets(id.id());
    } else if (tlv instanceof LldpTlv.TimeToLive time) {
      out.u16(time.seconds());
    } else if (tlv instanceof LldpTlv.PortDescription words) {
      out.text(words.text(), StandardCharsets.UTF_8);
    } else if (tlv instanceof LldpTlv.SystemName words) {
      out.text(words.text(), StandardCharsets.UTF_8);
    } else if (tlv instanceof LldpTlv.SystemDescription words) {
      out.text(words.text(), StandardCharsets.UTF_8);
    } else if (tlv instanceof LldpTlv.Capabilities can) {
      out.u16(can.available()).u16(can.enabled());
    } else if (tlv instanceof LldpTlv.ManagementAddress m) {
      out.u8(m.address().size() + 1).u8(m.family()).octets(m.address());
      out.u8(m.interfaceKind()).u32(m.interfaceNumber());
      out.u8(m.objectId().size()).octets(m.objectId());
    } else if (tlv instanceof LldpOrganizational o) {
      out.u24(o.oui()).u8(o.subtype()).octets(LldpOrganizationals.contents(o));
    } else if (tlv instanceof LldpTlv.Unknown unknown) {
      out.octets(unknown.value());
    } else if (tlv instanceof LldpTlv.Truncated truncated) {
      out.octets(truncated.octets());
    }
    return out.octets();
  }
}
