package org.jpacker.proto.ethernet;

import org.jpacker.api.OctetString;

/** A TLV of LLDP (type, length, value), IEEE 802.1AB, clause 8. */
public sealed interface LldpTlv
    permits LldpTlv.End,
        LldpTlv.ChassisId,
        LldpTlv.PortId,
        LldpTlv.TimeToLive,
        LldpTlv.PortDescription,
        LldpTlv.SystemName,
        LldpTlv.SystemDescription,
        LldpTlv.Capabilities,
        LldpTlv.ManagementAddress,
        LldpOrganizational,
        LldpTlv.Unknown,
        LldpTlv.Truncated {

  /** The type, 7 bits; -1 for octets that do not form a complete TLV. */
  int type();

  /** The end of the list. */
  record End() implements LldpTlv {
    @Override
    public int type() {
      return 0;
    }
  }

  /**
   * Identifier of the system.
   *
   * @param subtype kind of the identifier: 4 for a MAC address
   * @param id the identifier
   */
  record ChassisId(int subtype, OctetString id) implements LldpTlv {
    @Override
    public int type() {
      return 1;
    }
  }

  /**
   * Identifier of the port.
   *
   * @param subtype kind of the identifier: 3 for a MAC address, 5 for an interface name
   * @param id the identifier
   */
  record PortId(int subtype, OctetString id) implements LldpTlv {
    @Override
    public int type() {
      return 2;
    }
  }

  /**
   * Validity of the information.
   *
   * @param seconds 0 withdraws it
   */
  record TimeToLive(int seconds) implements LldpTlv {
    @Override
    public int type() {
      return 3;
    }
  }

  /**
   * Description of the port.
   *
   * @param text UTF-8 on the wire
   */
  record PortDescription(String text) implements LldpTlv {
    @Override
    public int type() {
      return 4;
    }
  }

  /**
   * Name of the system.
   *
   * @param text UTF-8 on the wire
   */
  record SystemName(String text) implements LldpTlv {
    @Override
    public int type() {
      return 5;
    }
  }

  /**
   * Description of the system.
   *
   * @param text UTF-8 on the wire
   */
  record SystemDescription(String text) implements LldpTlv {
    @Override
    public int type() {
      return 6;
    }
  }

  /**
   * Capabilities, one bit each, such as 0x0004 for a bridge and 0x0010 for a router.
   *
   * @param available capabilities of the system
   * @param enabled capabilities in use
   */
  record Capabilities(int available, int enabled) implements LldpTlv {
    @Override
    public int type() {
      return 7;
    }
  }

  /**
   * Management address of the system.
   *
   * @param family address family: 1 for IPv4, 2 for IPv6, 6 for MAC
   * @param address octets of the address
   * @param interfaceKind 2 for an interface index, 3 for a port number
   * @param interfaceNumber number of that kind, 32 bits
   * @param objectId OID of the management entity, may be empty
   */
  record ManagementAddress(
      int family,
      OctetString address,
      int interfaceKind,
      long interfaceNumber,
      OctetString objectId)
      implements LldpTlv {
    @Override
    public int type() {
      return 8;
    }
  }

  /**
   * Any other TLV, and one of the above with a wrong length.
   *
   * @param type 7 bits
   * @param value the octets after the length
   */
  record Unknown(int type, OctetString value) implements LldpTlv {}

  /**
   * Undecodable octets up to the end of the frame; always the last TLV.
   *
   * @param octets these octets
   * @param reason why they do not form a TLV
   */
  record Truncated(OctetString octets, String reason) implements LldpTlv {
    @Override
    public int type() {
      return -1;
    }
  }
}
