package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

/**
 * An extension object of an ICMP or ICMPv6 message, after the quoted packet, <a
 * href="https://www.rfc-editor.org/rfc/rfc4884#section-8">RFC 4884, section 8</a>, or without one,
 * <a href="https://www.rfc-editor.org/rfc/rfc8335#section-2">RFC 8335</a>.
 */
public sealed interface IcmpExtension {

  /** The class of the object, 8 bits. */
  int number();

  /** The type within the class, 8 bits (the C-Type of the RFC). */
  int type();

  /**
   * Labels of the quoted packet when it arrived, <a
   * href="https://www.rfc-editor.org/rfc/rfc4950">RFC 4950</a>.
   *
   * @param labels from the outermost one
   */
  record MplsLabelStack(List<Label> labels) implements IcmpExtension {

    /** Copies the labels. */
    public MplsLabelStack {
      labels = List.copyOf(labels);
    }

    @Override
    public int number() {
      return 1;
    }

    @Override
    public int type() {
      return 1;
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
  record Label(int label, int exp, boolean bottom, int ttl) {

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

    /**
     * Copies the addresses.
     *
     * @throws IllegalArgumentException if there is more than one
     */
    public InterfaceInformation {
      addresses = List.copyOf(addresses);
      if (addresses.size() > 1) {
        throw new IllegalArgumentException("an interface has at most one address here");
      }
    }

    @Override
    public int number() {
      return 2;
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
    public int number() {
      return 3;
    }

    @Override
    public int type() {
      return 1;
    }
  }

  /**
   * The probed interface, by index.
   *
   * @param index 32 bits
   */
  record InterfaceIndex(long index) implements IcmpExtension {
    @Override
    public int number() {
      return 3;
    }

    @Override
    public int type() {
      return 2;
    }
  }

  /**
   * The probed interface, by address.
   *
   * @param address MAC, IPv4 or IPv6
   */
  record InterfaceAddress(Address address) implements IcmpExtension {
    @Override
    public int number() {
      return 3;
    }

    @Override
    public int type() {
      return 3;
    }
  }

  /**
   * Any other object, and one of the above with malformed contents.
   *
   * @param number class of the object
   * @param type type within the class
   * @param octets the octets after length, class and type
   */
  record Unknown(int number, int type, OctetString octets) implements IcmpExtension {}
}
