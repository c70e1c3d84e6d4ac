package org.jpacker.io.pcap;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

/**
 * An entry of a name resolution block, <a
 * href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html#section-4.5">section 4.5
 * of the draft</a>.
 */
public sealed interface NameRecord {

  /** The record type: 1 for IPv4, 2 for IPv6, 3 for EUI-48, 4 for EUI-64. */
  int type();

  /**
   * Host names assigned to an address.
   *
   * @param address an IPv4, IPv6 or MAC address
   * @param names the names, in file order
   */
  record Names(Address address, List<String> names) implements NameRecord {
    /** Copies the list. */
    public Names {
      names = List.copyOf(names);
    }

    @Override
    public int type() {
      return address instanceof Address.Ipv4 ? 1 : address instanceof Address.Ipv6 ? 2 : 3;
    }
  }

  /**
   * An entry of any other type, or one whose value is not valid for its type.
   *
   * @param type the record type, 16 bits
   * @param octets the octets after type and length
   */
  record Unknown(int type, OctetString octets) implements NameRecord {}
}
