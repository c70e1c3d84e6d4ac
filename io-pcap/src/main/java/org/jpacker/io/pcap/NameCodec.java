package org.jpacker.io.pcap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

/** Encodes and decodes entries of a name resolution block, without type and length. */
final class NameCodec {
  private NameCodec() {}

  static NameRecord decode(int type, byte[] octets) {
    int size = type == 1 ? 4 : type == 2 ? 16 : type == 3 ? 6 : octets.length;
    List<String> names = names(octets, size);
    if (names == null) {
      return new NameRecord.Unknown(type, new OctetString(octets));
    }
    byte[] address = Arrays.copyOf(octets, size);
    return new NameRecord.Names(
        type == 1
            ? Address.Ipv4.of(address)
            : type == 2 ? Address.Ipv6.of(address) : Address.Mac.of(address),
        names);
  }

  /**
   * Decodes zero-terminated names starting at {@code first}; returns null if they are malformed.
   */
  private static List<String> names(byte[] octets, int first) {
    if (first + 1 >= octets.length || octets[octets.length - 1] != 0) {
      return null;
    }
    List<String> names = new ArrayList<>();
    for (int from = first, at = first; at < octets.length; at++) {
      if (octets[at] == 0) {
        String name = Utf8.decode(octets, from, at);
        if (name == null) {
          return null;
        }
        names.add(name);
        from = at + 1;
      }
    }
    return names;
  }

  static byte[] encode(NameRecord entry) {
    if (entry instanceof NameRecord.Unknown unknown) {
      return unknown.octets().octets();
    }
    NameRecord.Names record = (NameRecord.Names) entry;
    byte[] names = (String.join("\0", record.names()) + "\0").getBytes(StandardCharsets.UTF_8);
    byte[] address = record.address().toBytes();
    return ByteBuffer.allocate(address.length + names.length).put(address).put(names).array();
  }
}
