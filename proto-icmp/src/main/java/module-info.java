/** ICMPv4, ICMPv6 with neighbour and listener discovery, and IGMP. */
module org.jpacker.proto.icmp {
  requires transitive org.jpacker.api;

  exports org.jpacker.proto.icmp;

  provides org.jpacker.api.spi.ProtocolProvider with
      org.jpacker.proto.icmp.IcmpProvider;
}
