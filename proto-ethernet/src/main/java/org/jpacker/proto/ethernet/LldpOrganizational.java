package org.jpacker.proto.ethernet;

import org.jpacker.api.OctetString;

/**
 * What organisations defined for LLDP: IEEE 802.1Q, annex D (0x0080c2), and IEEE 802.3, clause 79
 * (0x00120f).
 */
public sealed interface LldpOrganizational extends LldpTlv {

  @Override
  default int type() {
    return 127;
  }

  /** The organisation, 24 bits. */
  int oui();

  /** The kind within the organisation. */
  int subtype();

  /**
   * Frames without a tag.
   *
   * @param vlan that they belong to, 0 if to none
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
   * Frames of a protocol.
   *
   * @param flags 2 where it is supported, 4 where it is enabled
   * @param vlan that they belong to, 0 if to none
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

  /** A VLAN of the port. */
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
   * A protocol that the port takes.
   *
   * @param identity its first octets behind the addresses
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
   * Aggregation of links, which both organisations have: 7 of IEEE 802.1 and 3 of IEEE 802.3.
   *
   * @param status 1 where the link can be aggregated, 2 where it is
   * @param port the aggregated one, 32 bits
   */
  record LinkAggregation(int oui, int status, long port) implements LldpOrganizational {
    @Override
    public int subtype() {
      return oui == LldpOrganizationals.IEEE_802_1 ? 7 : 3;
    }
  }

  /**
   * MAC and PHY.
   *
   * @param negotiation 1 where it is supported, 2 where it is enabled
   * @param advertised 16 bits
   * @param mauType 16 bits
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
   * Power over the cable.
   *
   * @param support 8 bits, the lowest for a source of power
   * @param pair that carries it
   * @param powerClass one more than the class
   * @param more what later editions added
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

  /** The largest frame. */
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

  /** Any other, and one of those above whose contents are not theirs. */
  record Other(int oui, int subtype, OctetString octets) implements LldpOrganizational {}
}
