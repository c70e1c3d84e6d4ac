package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.contents.Contents;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;

/**
 * An address in a reply of node information.
 *
 * @param ttl seconds
 * @param address of the version that was asked for
 */
record NodeAddress(long ttl, Address address) implements Shaped {
  private static final Contents<Icmpv6, NodeAddress> IPV4 =
      replies(NodeInformation.IPV4_ADDRESSES, Address.Ipv4.ZERO);
  private static final Contents<Icmpv6, NodeAddress> IPV6 =
      replies(NodeInformation.IPV6_ADDRESSES, Address.Ipv6.ZERO);

  /** The version is that of the address, also of a blank record. */
  @Override
  public NodeAddress parts(Parts in) {
    return new NodeAddress(
        in.u32("ttl", ttl), in.ip(address instanceof Address.Ipv6, "ipv4", "ipv6", address));
  }

  private static Contents<Icmpv6, NodeAddress> replies(int qtype, Address blank) {
    return Contents.list(
        "icmpv6.ni.reply",
        Icmpv6.class,
        NodeInformation.DATA.when(
            "it is a reply with addresses",
            icmp ->
                Icmpv6.TYPE.get(icmp) == Icmpv6.NODE_INFORMATION_RESPONSE
                    && Icmpv6.CODE.get(icmp) == 0
                    && NodeInformation.QTYPE.get(icmp) == qtype),
        new NodeAddress(0, blank));
  }

  static List<Address> ipv4(Icmpv6 icmp) {
    return IPV4.get(icmp).stream().map(NodeAddress::address).toList();
  }

  static List<Address> ipv6(Icmpv6 icmp) {
    return IPV6.get(icmp).stream().map(NodeAddress::address).toList();
  }
}
