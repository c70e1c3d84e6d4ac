package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/**
 * An extension object of an ICMP or ICMPv6 message, after the quoted packet, <a
 * href="https://www.rfc-editor.org/rfc/rfc4884#section-8">RFC 4884, section 8</a>, or without one,
 * <a href="https://www.rfc-editor.org/rfc/rfc8335#section-2">RFC 8335</a>.
 */
public sealed interface IcmpExtension extends Shaped {

  /** The class of the object, 8 bits. */
  default int number() {
    return (int) IcmpExtensions.ALL.number(this) >>> 8;
  }

  /** The type within the class, 8 bits (the C-Type of the RFC). */
  default int type() {
    return (int) IcmpExtensions.ALL.number(this) & 0xff;
  }

  @Override
  default void tell(Told out) {
    out.add("icmp.ext.class", number()).add("icmp.ext.ctype", type());
  }

  /**
   * Labels of the quoted packet when it arrived, <a
   * href="https://www.rfc-editor.org/rfc/rfc4950">RFC 4950</a>.
   *
   * @param labels from the outermost one
   */
  record MplsLabelStack(List<Label> labels) implements IcmpExtension {
    @Override
    public MplsLabelStack parts(Parts in) {
      return new MplsLabelStack(in.list("labels", new Label(0, 0, false, 0), labels));
    }

    /** Copies the labels. */
    public MplsLabelStack {
      labels = List.copyOf(labels);
    }
  }

  /**
   * An entry of a label stack.
   *
   * @param label 20 bits
   * @param exp traffic class, 3 bits
   * @param bottom whether it is the last entry
   * @param ttl time to live, 8 bits
   */
  record Label(int label, int exp, boolean bottom, int ttl) implements Shaped {
    @Override
    public Label parts(Parts in) {
      return new Label(
          in.bits("icmp.mpls.label", 20, label),
          in.bits("icmp.mpls.exp", 3, exp),
          in.flag("icmp.mpls.s", bottom),
          in.u8("icmp.mpls.ttl", ttl));
    }

    /**
     * Checks that all parts fit.
     *
     * @throws IllegalArgumentException if one has too many bits
     */
    public Label {
      if (label >>> 20 != 0 || exp >>> 3 != 0 || ttl >>> 8 != 0) {
        throw new IllegalArgumentException(
            "label "
                + label
                + " (20 bits), exp "
                + exp
                + " (3 bits) or ttl "
                + ttl
                + " (8 bits) does not fit");
      }
    }
  }

  /**
   * An interface related to the quoted packet, <a
   * href="https://www.rfc-editor.org/rfc/rfc5837#section-4.1">RFC 5837</a>.
   *
   * @param role 2 bits: 0 incoming interface, 1 a part of that, 2 outgoing interface, 3 next hop
   * @param index 32 bits, -1 if absent
   * @param addresses one address or none
   * @param name up to 63 octets, empty if absent
   * @param mtu octets, -1 if absent
   */
  record InterfaceInformation(int role, long index, List<Address> addresses, String name, long mtu)
      implements IcmpExtension {
    @Override
    public InterfaceInformation parts(Parts in) {
      // the type says which parts are present, in this order
      int type = in.type(number() << 8 | type());
      long index = in.when((type & 8) != 0, -1).u32("icmp.int_info.index", this.index);
      Parts addressed = in.when((type & 4) != 0);
      Address address = addresses.isEmpty() ? null : addresses.get(0);
      int family = addressed.u16("family", IcmpExtensions.family(address));
      address =
          addressed
              .reserved(16)
              .ip(
                  family != IcmpExtensions.IPV4,
                  "icmp.int_info.ipv4",
                  "icmp.int_info.ipv6",
                  address);
      return new InterfaceInformation(
          type >>> 6 & 3,
          index,
          address == null ? List.of() : List.of(address),
          // the length includes its own octet
          in.when((type & 2) != 0)
              .sized(8, 1, -1, null)
              .leaf("icmp.int_info.name", PaddedText.INFORMATION, name),
          in.when((type & 1) != 0, -1).u32("icmp.int_info.mtu", mtu));
    }

    @Override
    public void tell(Told out) {
      IcmpExtension.super.tell(out);
      out.add("icmp.int_info.role", role);
    }

    @Override
    public int number() {
      return 2;
    }

    /**
     * Copies the addresses.
     *
     * @throws IllegalArgumentException if there is more than one, or the role does not fit
     */
    public InterfaceInformation {
      addresses = List.copyOf(addresses);
      if (addresses.size() > 1) {
        throw new IllegalArgumentException("an interface has at most one address here");
      }
      if (role >>> 2 != 0) {
        throw new IllegalArgumentException("role " + role + " does not fit into 2 bits");
      }
    }

    @Override
    public int type() {
      return role << 6
          | (index >= 0 ? 8 : 0)
          | (addresses.isEmpty() ? 0 : 4)
          | (name.isEmpty() ? 0 : 2)
          | (mtu >= 0 ? 1 : 0);
    }
  }

  /**
   * The probed interface, by name, <a href="https://www.rfc-editor.org/rfc/rfc8335#section-2.1">RFC
   * 8335</a>.
   *
   * @param name without padding
   */
  record InterfaceName(String name) implements IcmpExtension {
    @Override
    public InterfaceName parts(Parts in) {
      return new InterfaceName(in.leaf("icmp.int_ident.name", PaddedText.NAME, name));
    }
  }

  /**
   * The probed interface, by index.
   *
   * @param index 32 bits
   */
  record InterfaceIndex(long index) implements IcmpExtension {
    @Override
    public InterfaceIndex parts(Parts in) {
      return new InterfaceIndex(in.u32("icmp.int_ident.index", index));
    }
  }

  /**
   * The probed interface, by address.
   *
   * @param address MAC, IPv4 or IPv6
   */
  record InterfaceAddress(Address address) implements IcmpExtension {
    @Override
    public InterfaceAddress parts(Parts in) {
      int family = in.u16("family", IcmpExtensions.family(address));
      boolean isMac = family == IcmpExtensions.MAC;
      in.u8("size", address.toBytes().length);
      Parts after = in.reserved(8);
      Address.Mac mac =
          after
              .when(isMac)
              .mac("mac", address instanceof Address.Mac there ? there : Address.Mac.ZERO);
      Address ip =
          after
              .when(!isMac)
              .ip(
                  family != IcmpExtensions.IPV4,
                  "icmp.int_ident.ipv4",
                  "icmp.int_ident.ipv6",
                  address);
      return new InterfaceAddress(isMac ? mac : ip);
    }
  }

  /**
   * Any other object, and one of the above with malformed contents.
   *
   * @param number class of the object
   * @param type type within the class
   * @param octets the octets after length, class and type
   */
  record Unknown(int number, int type, OctetString octets) implements IcmpExtension {
    @Override
    public Unknown parts(Parts in) {
      int both = in.type(number << 8 | type);
      return new Unknown(both >>> 8, both & 0xff, in.rest("octets", octets));
    }
  }
}
