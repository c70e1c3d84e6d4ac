package org.jpacker.proto.ethernet;

import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Told;

/**
 * Organisationally specific TLVs of LLDP: IEEE 802.1Q, annex D (organisation 0x0080c2), and IEEE
 * 802.3, clause 79 (0x00120f).
 */
public sealed interface LldpOrganizational extends LldpTlv {

  @Override
  default int type() {
    return 127;
  }

  /** The organisation that defines the TLV, 24 bits. */
  default int oui() {
    return LldpOrganizationals.oui(LldpOrganizationals.ALL.number(this));
  }

  /** The subtype within the organisation. */
  default int subtype() {
    return LldpOrganizationals.subtype(LldpOrganizationals.ALL.number(this));
  }

  @Override
  default void tell(Told out) {
    LldpTlv.super.tell(out);
    boolean is8021 = oui() == LldpOrganizationals.IEEE_802_1;
    boolean is8023 = oui() == LldpOrganizationals.IEEE_802_3;
    out.add("lldp.orgtlv.oui", oui());
    out.hex(2).add("lldp.ieee.802_1.subtype", is8021 ? subtype() : null);
    out.hex(2).add("lldp.ieee.802_3.subtype", is8023 ? subtype() : null);
  }

  /**
   * VLAN of untagged frames.
   *
   * @param vlan identifier, 0 for none
   */
  record PortVlan(int vlan) implements LldpOrganizational {
    @Override
    public PortVlan parts(Parts in) {
      return new PortVlan(in.u16("lldp.ieee.802_1.port_vlan.id", vlan));
    }
  }

  /**
   * VLAN of the frames of one protocol.
   *
   * @param flags 2 if supported, 4 if enabled
   * @param vlan identifier, 0 for none
   */
  record ProtocolVlan(int flags, int vlan) implements LldpOrganizational {
    @Override
    public ProtocolVlan parts(Parts in) {
      return new ProtocolVlan(
          in.u8("flags", flags), in.u16("lldp.ieee.802_1.port_proto_vlan.id", vlan));
    }
  }

  /**
   * Name of a VLAN of the port.
   *
   * @param vlan identifier
   * @param name its name
   */
  record VlanName(int vlan, String name) implements LldpOrganizational {
    @Override
    public VlanName parts(Parts in) {
      return new VlanName(
          in.u16("lldp.ieee.802_1.vlan.id", vlan),
          in.sized(8).text("lldp.ieee.802_1.vlan.name", name));
    }
  }

  /**
   * A protocol that the port supports.
   *
   * @param identity first octets of its frames after the addresses
   */
  record ProtocolIdentity(OctetString identity) implements LldpOrganizational {
    @Override
    public ProtocolIdentity parts(Parts in) {
      return new ProtocolIdentity(in.sized(8).rest("lldp.ieee.802_1.proto.id", identity));
    }
  }

  /**
   * Link aggregation, defined by both organisations: subtype 7 of IEEE 802.1 and 3 of IEEE 802.3.
   *
   * @param oui the organisation
   * @param status 1 if the link can be aggregated, 2 if it is
   * @param port identifier of the aggregated port, 32 bits
   */
  record LinkAggregation(int oui, int status, long port) implements LldpOrganizational {
    @Override
    public LinkAggregation parts(Parts in) {
      long number = in.type(LldpOrganizationals.number(oui, subtype()));
      return new LinkAggregation(
          LldpOrganizationals.oui(number), in.u8("status", status), in.u32("port", port));
    }

    @Override
    public int subtype() {
      return oui == LldpOrganizationals.IEEE_802_1 ? 7 : 3;
    }
  }

  /**
   * Configuration and status of MAC and PHY.
   *
   * @param negotiation auto-negotiation: 1 if supported, 2 if enabled
   * @param advertised advertised capabilities, 16 bits
   * @param mauType type of the medium attachment unit, 16 bits
   */
  record MacPhy(int negotiation, int advertised, int mauType) implements LldpOrganizational {
    @Override
    public MacPhy parts(Parts in) {
      return new MacPhy(
          in.u8("negotiation", negotiation),
          in.u16("advertised", advertised),
          in.hex().u16("lldp.ieee.802_3.pmd_mau_type", mauType));
    }
  }

  /**
   * Power over Ethernet.
   *
   * @param support 8 bits, the lowest one for a power source
   * @param pair the pair of wires that carries power
   * @param powerClass power class plus one
   * @param more octets that later editions added
   */
  record Power(int support, int pair, int powerClass, OctetString more)
      implements LldpOrganizational {
    @Override
    public Power parts(Parts in) {
      return new Power(
          in.u8("support", support),
          in.u8("pair", pair),
          in.u8("class", powerClass),
          in.rest("more", more));
    }
  }

  /**
   * Largest frame.
   *
   * @param octets its size
   */
  record MaximumFrameSize(int octets) implements LldpOrganizational {
    @Override
    public MaximumFrameSize parts(Parts in) {
      return new MaximumFrameSize(in.u16("lldp.ieee.802_3.max_frame_size", octets));
    }
  }

  /**
   * Any other TLV, and one of the above with malformed contents.
   *
   * @param oui the organisation
   * @param subtype its subtype
   * @param octets the contents
   */
  record Other(int oui, int subtype, OctetString octets) implements LldpOrganizational {
    @Override
    public Other parts(Parts in) {
      long number = in.type(LldpOrganizationals.number(oui, subtype));
      return new Other(
          LldpOrganizationals.oui(number),
          LldpOrganizationals.subtype(number),
          in.rest("octets", octets));
    }
  }
}
