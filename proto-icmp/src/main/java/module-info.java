/** ICMP for IPv4 and for IPv6, with neighbour discovery and multicast listeners, and IGMP. */
module org.jpacker.proto.icmp {
  requires transitive org.jpacker.api;

  exports org.jpacker.proto.icmp;

  provides org.jpacker.api.spi.ProtocolProvider with
      org.jpacker.proto.icmp.IcmpProvider;
}
