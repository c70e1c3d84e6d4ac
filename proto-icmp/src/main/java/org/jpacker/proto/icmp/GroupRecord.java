package org.jpacker.proto.icmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.ValueNames;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;

/**
 * Report of a host about one multicast group: <a
 * href="https://www.rfc-editor.org/rfc/rfc3376#section-4.2.4">RFC 3376, section 4.2.4</a>, and <a
 * href="https://www.rfc-editor.org/rfc/rfc3810#section-5.2.4">RFC 3810, section 5.2.4</a>.
 *
 * @param type 1 and 2 for the present mode, 3 and 4 for a change of it (include, exclude), 5 and 6
 *     for sources to allow and to block
 * @param group IPv4 address for IGMP, IPv6 address for MLD
 * @param sources addresses of the same version
 * @param data auxiliary data, a multiple of four octets, up to 1020
 */
public record GroupRecord(int type, Address group, List<Address> sources, OctetString data) {
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

  /** Copies the sources. */
  public GroupRecord {
    sources = List.copyOf(sources);
    if (data.size() % 4 != 0 || data.size() > 1020 || sources.size() > 0xffff) {
      throw new IllegalArgumentException("a group record takes up to 1020 octets in words of 4");
    }
  }

  /** The record of a group without auxiliary data (none are defined). */
  public static GroupRecord of(int type, Address group, Address... sources) {
    return new GroupRecord(type, group, List.of(sources), OctetString.EMPTY);
  }

  /** Up to {@code count} complete records, with addresses of {@code size} octets. */
  static List<GroupRecord> decode(byte[] octets, int size, int count) {
    List<GroupRecord> records = new ArrayList<>();
    OctetReader in = new OctetReader(octets);
    while (records.size() < count && in.left() >= HEAD + size) {
      int type = in.u8();
      int data = in.u8() * 4;
      int sources = in.u16();
      Address group = address(in, size);
      if (sources * size + data > in.left()) {
        break;
      }
      List<Address> list = new ArrayList<>(sources);
      for (int i = 0; i < sources; i++) {
        list.add(address(in, size));
      }
      records.add(new GroupRecord(type, group, list, in.take(data)));
    }
    return List.copyOf(records);
  }

  private static Address address(OctetReader in, int size) {
    return size == 4 ? in.ipv4() : in.ipv6();
  }

  static byte[] encode(List<GroupRecord> records) {
    OctetWriter out = new OctetWriter("record_type");
    for (GroupRecord record : records) {
      out.u8(record.type).u8(record.data.size() / 4).u16(record.sources.size());
      out.address(record.group).addresses(record.sources).octets(record.data);
    }
    return out.octets();
  }
}
