package org.jpacker.proto.ethernet;

import org.jpacker.api.OctetString;

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
  int oui();

  /** The subtype within the organisation. */
  int subtype();

  /**
   * VLAN of untagged frames.
   *
   * @param vlan identifier, 0 for none
   */
  record PortVlan(int vlan) implements LldpOrganizational {
    @Override
    public int oui() {
      return LldpOrganizationals.IEEE_802_1;
    }

    @Override
    public int subtype() {
      return 1;
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
    public int oui() {
      return LldpOrganizationals.IEEE_802_1;
    }

    @Override
    public int subtype() {
      return 2;
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
    public int oui() {
      return LldpOrganizationals.IEEE_802_1;
    }

    @Override
    public int subtype() {
      return 3;
    }
  }

  /**
   * A protocol that the port supports.
   *
   * @param identity first octets of its frames after the addresses
   */
  record ProtocolIdentity(OctetString identity) implements LldpOrganizational {
    @Override
    public int oui() {
      return LldpOrganizationals.IEEE_802_1;
    }

    @Override
    public int subtype() {
      return 4;
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
    public int oui() {
      return LldpOrganizationals.IEEE_802_3;
    }

    @Override
    public int subtype() {
      return 1;
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
    public int oui() {
      return LldpOrganizationals.IEEE_802_3;
    }

    @Override
    public int subtype() {
      return 2;
    }
  }

  /**
   * Largest frame.
   *
   * @param octets its size
   */
  record MaximumFrameSize(int octets) implements LldpOrganizational {
    @Override
    public int oui() {
      return LldpOrganizationals.IEEE_802_3;
    }

    @Override
    public int subtype() {
      return 4;
    }
  }

  /**
   * Any other TLV, and one of the above with malformed contents.
   *
   * @param oui the organisation
   * @param subtype its subtype
   * @param octets the contents
   */
  record Other(int oui, int subtype, OctetString octets) implements LldpOrganizational {}
}
