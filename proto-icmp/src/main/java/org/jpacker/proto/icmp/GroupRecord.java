package org.jpacker.proto.icmp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.ValueNames;

/**
 * What a host tells of one multicast group: <a
 * href="https://www.rfc-editor.org/rfc/rfc3376#section-4.2.4">RFC 3376, section 4.2.4</a>, and <a
 * href="https://www.rfc-editor.org/rfc/rfc3810#section-5.2.4">RFC 3810, section 5.2.4</a>.
 *
 * @param type 1 and 2 for the present mode, 3 and 4 for a change of it (include, exclude), 5 and 6
 *     for sources to allow and to block
 * @param group of IPv4 for IGMP, of IPv6 for MLD
 * @param sources of the same kind
 * @param data a multiple of four octets, up to 1020
 */
public record GroupRecord(int type, Address group, List<Address> sources, byte[] data) {
  private static final int HEAD = 4;

  /** Names of {@link #type}. */
  static final ValueNames TYPES =
      ValueNames.of(
          Map.of(
              1L, "mode is include",
              2L, "mode is exclude",
              3L, "change to include",
              4L, "change to exclude",
              5L, "allow new sources",
              6L, "block old sources"));

  /** Keeps copies. */
  public GroupRecord {
    sources = List.copyOf(sources);
    data = data.clone();
    if (data.length % 4 != 0 || data.length > 1020 || sources.size() > 0xffff) {
      throw new IllegalArgumentException("a group record takes up to 1020 octets in words of 4");
    }
  }

  /** A copy of the auxiliary data, of which none is defined. */
  @Override
  public byte[] data() {
    return data.clone();
  }

  /** Up to {@code count} whole records, with addresses of {@code size} octets. */
  static List<GroupRecord> decode(byte[] in, int size, int count) {
    List<GroupRecord> records = new ArrayList<>();
    int at = 0;
    while (records.size() < count && at + HEAD + size <= in.length) {
      int sources = (in[at + 2] & 0xff) << 8 | in[at + 3] & 0xff;
      int data = (in[at + 1] & 0xff) * 4;
      int from = at + HEAD + size;
      int end = from + sources * size + data;
      if (end > in.length) {
        break;
      }
      List<Address> list = new ArrayList<>(sources);
      for (int i = 0; i < sources; i++) {
        list.add(address(in, from + i * size, size));
      }
      Address group = address(in, at + HEAD, size);
      records.add(
          new GroupRecord(in[at] & 0xff, group, list, Arrays.copyOfRange(in, end - data, end)));
      at = end;
    }
    return List.copyOf(records);
  }

  private static Address address(byte[] in, int at, int size) {
    byte[] octets = Arrays.copyOfRange(in, at, at + size);
    return size == 4 ? Address.Ipv4.of(octets) : Address.Ipv6.of(octets);
  }

  static byte[] encode(List<GroupRecord> records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (GroupRecord record : records) {
      out.write(record.type);
      out.write(record.data.length / 4);
      out.write(record.sources.size() >>> 8);
      out.write(record.sources.size());
      out.writeBytes(record.group.toBytes());
      out.writeBytes(octets(record.sources));
      out.writeBytes(record.data);
    }
    return out.toByteArray();
  }

  static byte[] octets(List<? extends Address> addresses) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    addresses.forEach(address -> out.writeBytes(address.toBytes()));
    return out.toByteArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupRecord record
        && type == record.type
        && group.equals(record.group)
        && sources.equals(record.sources)
        && Arrays.equals(data, record.data);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type + group.hashCode()) + sources.hashCode();
  }

  @Override
  public String toString() {
    return "GroupRecord[type=" + type + ", group=" + group + ", sources=" + sources + "]";
  }
}
