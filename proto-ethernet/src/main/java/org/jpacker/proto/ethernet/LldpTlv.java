package org.jpacker.proto.ethernet;

import java.util.Arrays;
import java.util.HexFormat;

/** What LLDP tells of a system, IEEE 802.1AB, clause 8: a type, a length, a value. */
public sealed interface LldpTlv {

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
  record ChassisId(int subtype, Value id) implements LldpTlv {
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
  record PortId(int subtype, Value id) implements LldpTlv {
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
      int family, Value address, int interfaceKind, long interfaceNumber, Value objectId)
      implements LldpTlv {
    @Override
    public int type() {
      return 8;
    }
  }

  /**
   * What an organisation defined.
   *
   * @param oui the organisation, 24 bits
   */
  record Organizational(int oui, int subtype, Value value) implements LldpTlv {
    @Override
    public int type() {
      return 127;
    }
  }

  /** Any other, and one of those above whose length is not theirs. */
  record Unknown(int type, Value value) implements LldpTlv {}

  /** What could not be read, to the end of the frame; always the last. */
  record Truncated(Value octets, String reason) implements LldpTlv {
    @Override
    public int type() {
      return -1;
    }
  }

  /** Octets that are equal by content. */
  record Value(byte[] octets) {
    /** Keeps a copy of the octets. */
    public Value {
      octets = octets.clone();
    }

    /** A copy of the octets. */
    @Override
    public byte[] octets() {
      return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Value value && Arrays.equals(octets, value.octets);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
      return HexFormat.of().formatHex(octets);
    }
  }
}
