package org.jpacker.proto.icmp;

import java.util.List;
import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.ValueNames;
import org.jpacker.api.contents.Leaf;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;

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
public record GroupRecord(int type, Address group, List<Address> sources, OctetString data)
    implements Shaped {

  /** Names of {@link #type}. */
  private static final ValueNames TYPES =
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
  }

  /** The version is that of the group, also of a blank record. */
  @Override
  public GroupRecord parts(Parts in) {
    boolean isMld = group instanceof Address.Ipv6;
    int type =
        in.named(TYPES).u8(isMld ? "icmpv6.mldr.mar.record_type" : "igmp.record_type", this.type);
    int words = in.u8("words", data.size() / 4);
    int count = in.u16(isMld ? "icmpv6.mldr.mar.nb_sources" : "count", sources.size());
    return new GroupRecord(
        type,
        in.ip(isMld, "group", "icmpv6.mldr.mar.multicast_address", group),
        in.times(count)
            .values(isMld ? "icmpv6.mldr.mar.source_address" : "sources", Leaf.ip(isMld), sources),
        in.octets("data", words * 4L, data));
  }

  /** The record of a group without auxiliary data (none are defined). */
  public static GroupRecord of(int type, Address group, Address... sources) {
    return new GroupRecord(type, group, List.of(sources), OctetString.EMPTY);
  }
}
