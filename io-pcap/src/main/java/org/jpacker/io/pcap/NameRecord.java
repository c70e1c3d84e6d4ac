package org.jpacker.io.pcap;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

/** An entry of a name resolution block. */
public sealed interface NameRecord {

  /** The number in files: 1 IPv4, 2 IPv6, 3 EUI-48, 4 EUI-64. */
  int type();

  /** Names of an address. */
  record Names(Address address, List<String> names) implements NameRecord {
    /** Takes a copy of the list. */
    public Names {
      names = List.copyOf(names);
    }

    @Override
    public int type() {
      return address instanceof Address.Ipv4 ? 1 : address instanceof Address.Ipv6 ? 2 : 3;
    }
  }

  /**
   * Any other entry, and one whose octets are not what its type says.
   *
   * @param octets what follows type and length
   */
  record Unknown(int type, OctetString octets) implements NameRecord {}
}
