package org.jpacker.proto.ethernet;

import java.nio.charset.StandardCharsets;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/** A TLV of LLDP (type, length, value), IEEE 802.1AB, clause 8. */
public sealed interface LldpTlv extends Shaped
    permits LldpTlv.Added,
        LldpTlv.End,
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
  default int type() {
    return (int) LldpTlvs.ALL.number(this);
  }

  @Override
  default void tell(Told out) {
    out.named(LldpTlvs.TYPES).add("lldp.tlv.type", type() >= 0 ? type() : null);
  }

  private static Address.Mac mac(OctetString id, boolean isMac) {
    return isMac && id.size() == 6 ? Address.Mac.of(id.octets()) : null;
  }

  /** A TLV of another module, see {@link Lldp#TLV_TYPES}. */
  non-sealed interface Added extends LldpTlv {}

  /** The end of the list. */
  record End() implements LldpTlv {}

  /**
   * Identifier of the system.
   *
   * @param subtype kind of the identifier: 4 for a MAC address
   * @param id the identifier
   */
  record ChassisId(int subtype, OctetString id) implements LldpTlv {
    @Override
    public ChassisId parts(Parts in) {
      return new ChassisId(in.u8("lldp.chassis.subtype", subtype), in.rest("id", id));
    }

    @Override
    public void tell(Told out) {
      LldpTlv.super.tell(out);
      out.add("lldp.chassis.id.mac", mac(id, subtype == 4));
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
    public PortId parts(Parts in) {
      return new PortId(in.u8("lldp.port.subtype", subtype), in.rest("id", id));
    }

    @Override
    public void tell(Told out) {
      LldpTlv.super.tell(out);
      out.add("lldp.port.id.mac", mac(id, subtype == 3));
      out.add(
          "lldp.port.id", subtype == 3 || subtype == 4 ? null : id.text(StandardCharsets.UTF_8));
    }
  }

  /**
   * Validity of the information.
   *
   * @param seconds 0 withdraws it
   */
  record TimeToLive(int seconds) implements LldpTlv {
    @Override
    public TimeToLive parts(Parts in) {
      return new TimeToLive(in.u16("lldp.time_to_live", seconds));
    }
  }

  /**
   * Description of the port.
   *
   * @param text UTF-8 on the wire
   */
  record PortDescription(String text) implements LldpTlv {
    @Override
    public PortDescription parts(Parts in) {
      return new PortDescription(in.text("lldp.port.desc", text));
    }
  }

  /**
   * Name of the system.
   *
   * @param text UTF-8 on the wire
   */
  record SystemName(String text) implements LldpTlv {
    @Override
    public SystemName parts(Parts in) {
      return new SystemName(in.text("lldp.tlv.system.name", text));
    }
  }

  /**
   * Description of the system.
   *
   * @param text UTF-8 on the wire
   */
  record SystemDescription(String text) implements LldpTlv {
    @Override
    public SystemDescription parts(Parts in) {
      return new SystemDescription(in.text("lldp.tlv.system.desc", text));
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
    public Capabilities parts(Parts in) {
      return new Capabilities(
          in.hex().u16("lldp.tlv.system_cap", available),
          in.hex().u16("lldp.tlv.enable_system_cap", enabled));
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
    public ManagementAddress parts(Parts in) {
      int size = in.u8("size", this.address.size() + 1);
      int family = in.u8("lldp.mgn.address.subtype", this.family);
      OctetString address = in.octets("address", size - 1, this.address);
      return new ManagementAddress(
          family,
          address,
          in.u8("lldp.mgn.interface.subtype", interfaceKind),
          in.u32("lldp.mgn.interface.number", interfaceNumber),
          in.sized(8).rest("objectId", objectId));
    }

    @Override
    public void tell(Told out) {
      LldpTlv.super.tell(out);
      boolean isIpv4 = family == 1 && address.size() == 4;
      boolean isIpv6 = family == 2 && address.size() == 16;
      out.add("lldp.mgn.addr.ip4", isIpv4 ? Address.Ipv4.of(address.octets()) : null);
      out.add("lldp.mgn.addr.ip6", isIpv6 ? Address.Ipv6.of(address.octets()) : null);
    }
  }

  /**
   * Any other TLV, and one of the above with a wrong length.
   *
   * @param type 7 bits
   * @param value the octets after the length
   */
  record Unknown(int type, OctetString value) implements LldpTlv {
    @Override
    public Unknown parts(Parts in) {
      return new Unknown(in.type(type), in.rest("value", value));
    }
  }

  /**
   * Undecodable octets up to the end of the frame; always the last TLV.
   *
   * @param octets these octets
   * @param reason why they do not form a TLV
   */
  record Truncated(OctetString octets, String reason) implements LldpTlv {
    @Override
    public Truncated parts(Parts in) {
      return new Truncated(in.rest("octets", octets), in.reason(reason));
    }

    @Override
    public int type() {
      return -1;
    }
  }
}
