package org.jpacker.proto.ethernet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;

/** Decodes and encodes organisationally specific TLVs. */
final class LldpOrganizationals {
  static final int IEEE_802_1 = 0x0080c2;
  static final int IEEE_802_3 = 0x00120f;

  private LldpOrganizationals() {}

  /** Decodes the octets after organisation and subtype. */
  static LldpOrganizational decode(int oui, int subtype, OctetString octets) {
    OctetReader in = new OctetReader(octets.octets());
    LldpOrganizational tlv =
        switch (oui) {
          case IEEE_802_1 -> of8021(subtype, in);
          case IEEE_802_3 -> of8023(subtype, in);
          default -> null;
        };
    boolean isWhole = tlv != null && Arrays.equals(contents(tlv), octets.octets());
    return isWhole ? tlv : new LldpOrganizational.Other(oui, subtype, octets);
  }

  private static LldpOrganizational of8021(int subtype, OctetReader in) {
    return switch (subtype) {
      case 1 -> new LldpOrganizational.PortVlan(in.u16());
      case 2 -> new LldpOrganizational.ProtocolVlan(in.u8(), in.u16());
      case 3 -> {
        int vlan = in.u16();
        OctetString name = in.take(in.u8());
        yield new LldpOrganizational.VlanName(vlan, name.text(StandardCharsets.UTF_8));
      }
      case 4 -> new LldpOrganizational.ProtocolIdentity(in.take(in.u8()));
      case 7 -> new LldpOrganizational.LinkAggregation(IEEE_802_1, in.u8(), in.u32());
      default -> null;
    };
  }

  private static LldpOrganizational of8023(int subtype, OctetReader in) {
    return switch (subtype) {
      case 1 -> new LldpOrganizational.MacPhy(in.u8(), in.u16(), in.u16());
      case 2 -> new LldpOrganizational.Power(in.u8(), in.u8(), in.u8(), in.rest());
      case 3 -> new LldpOrganizational.LinkAggregation(IEEE_802_3, in.u8(), in.u32());
      case 4 -> new LldpOrganizational.MaximumFrameSize(in.u16());
      default -> null;
    };
  }

  static byte[] contents(LldpOrganizational tlv) {
    OctetWriter out = new OctetWriter("lldp.orgtlv");
    if (tlv instanceof LldpOrganizational.PortVlan port) {
      out.u16(port.vlan());
    } else if (tlv instanceof LldpOrganizational.ProtocolVlan protocol) {
      out.u8(protocol.flags()).u16(protocol.vlan());
    } else if (tlv instanceof LldpOrganizational.VlanName vlan) {
      byte[] name =
          new OctetWriter("lldp.ieee.802_1.vlan.name")
              .text(vlan.name(), StandardCharsets.UTF_8)
              .octets();
      out.u16(vlan.vlan()).u8(name.length).octets(name);
    } else if (tlv instanceof LldpOrganizational.ProtocolIdentity protocol) {
      out.u8(protocol.identity().size()).octets(protocol.identity());
    } else if (tlv instanceof LldpOrganizational.LinkAggregation aggregation) {
      out.u8(aggregation.status()).u32(aggregation.port());
    } else if (tlv instanceof LldpOrganizational.MacPhy phy) {
      out.u8(phy.negotiation()).u16(phy.advertised()).u16(phy.mauType());
    } else if (tlv instanceof LldpOrganizational.Power power) {
      out.u8(power.support()).u8(power.pair()).u8(power.powerClass()).octets(power.more());
    } else if (tlv instanceof LldpOrganizational.MaximumFrameSize size) {
      out.u16(size.octets());
    } else if (tlv instanceof LldpOrganizational.Other other) {
      out.octets(other.octets());
    }
    return out.octets();
  }
}
