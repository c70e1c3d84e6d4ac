/** Ethernet, VLAN tags, LLC and SNAP, ARP, the cooked Linux captures and the loopback headers. */
module org.jpacker.proto.ethernet {
  requires transitive org.jpacker.api;

  exports org.jpacker.proto.ethernet;

  provides org.jpacker.api.spi.ProtocolProvider with
      org.jpacker.proto.ethernet.EthernetProvider;
}
