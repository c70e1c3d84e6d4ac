package org.jpacker.io.pcap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;

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
  record Unknown(int type, byte[] octets) implements NameRecord {
    @Override
    public boolean equals(Object other) {
      return other instanceof Unknown unknown
          && type == unknown.type
          && Arrays.equals(octets, unknown.octets);
    }

    @Override
    public int hashCode() {
      return 31 * type + Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
      return "Unknown[type=" + type + ", octets=" + HexFormat.of().formatHex(octets) + "]";
    }
  }

  /** The entry with these octets. */
  static NameRecord decode(int type, byte[] octets) {
    int size = type == 1 ? 4 : type == 2 ? 16 : type == 3 ? 6 : octets.length;
    // each name ends with a zero
    if (size + 1 >= octets.length || octets[octets.length - 1] != 0) {
      return new Unknown(type, octets);
    }
    byte[] address = Arrays.copyOf(octets, size);
    List<String> names = new ArrayList<>();
    for (int from = size, at = size; at < octets.length; at++) {
      if (octets[at] == 0) {
        String name = Utf8.decode(octets, from, at);
        if (name == null) {
          return new Unknown(type, octets);
        }
        names.add(name);
        from = at + 1;
      }
    }
    return new Names(
        type == 1
            ? Address.Ipv4.of(address)
            : type == 2 ? Address.Ipv6.of(address) : Address.Mac.of(address),
        names);
  }

  /** What follows type and length. */
  default byte[] encode() {
    if (this instanceof Unknown unknown) {
      return unknown.octets;
    }
    Names record = (Names) this;
    byte[] names = (String.join("\0", record.names) + "\0").getBytes(StandardCharsets.UTF_8);
    byte[] address = record.address.toBytes();
    return ByteBuffer.allocate(address.length + names.length).put(address).put(names).array();
  }
}
