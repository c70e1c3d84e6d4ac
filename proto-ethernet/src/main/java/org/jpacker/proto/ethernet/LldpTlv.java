package org.jpacker.proto.ethernet;

import org.jpacker.api.OctetString;

/** What LLDP tells of a system, IEEE 802.1AB, clause 8: a type, a length, a value. */
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

  /** The kind, 7 bits; -1 for octets that make no whole one. */
  int type();

  /** The last one. */
  record End() implements LldpTlv {
    @Override
    public int type() {
      return 0;
    }
  }

  /**
   * The system.
   *
   * @param subtype what the identifier is: 4 for a MAC address
   */
  record ChassisId(int subtype, OctetString id) implements LldpTlv {
    @Override
    public int type() {
      return 1;
    }
  }

  /**
   * The port.
   *
   * @param subtype what the identifier is: 3 for a MAC address, 5 for the name of an interface
   */
  record PortId(int subtype, OctetString id) implements LldpTlv {
    @Override
    public int type() {
      return 2;
    }
  }

  /** How long this is true. */
  record TimeToLive(int seconds) implements LldpTlv {
    @Override
    public int type() {
      return 3;
    }
  }

  /** The port in words. */
  record PortDescription(String text) implements LldpTlv {
    @Override
    public int type() {
      return 4;
    }
  }

  /** The system's name. */
  record SystemName(String text) implements LldpTlv {
    @Override
    public int type() {
      return 5;
    }
  }

  /** The system in words. */
  record SystemDescription(String text) implements LldpTlv {
    @Override
    public int type() {
      return 6;
    }
  }

  /**
   * What the system can do: a bit each, such as 0x0004 for a bridge and 0x0010 for a router.
   *
   * @param available what it could do
   * @param enabled what it does
   */
  record Capabilities(int available, int enabled) implements LldpTlv {
    @Override
    public int type() {
      return 7;
    }
  }

  /**
   * Where the system is managed.
   *
   * @param family of the address: 1 for IPv4, 2 for IPv6, 6 for MAC
   * @param interfaceKind 2 for an index, 3 for a port number
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

  /** Any other, and one of those above whose length is not theirs. */
  record Unknown(int type, OctetString value) implements LldpTlv {}

  /** What could not be read, to the end of the frame; always the last. */
  record Truncated(OctetString octets, String reason) implements LldpTlv {
    @Override
    public int type() {
      return -1;
    }
  }
}
