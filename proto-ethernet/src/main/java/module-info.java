/**
 * Ethernet with VLAN tags, LLC, MPLS, ARP and the protocols of bridges; other link-layer headers.
 */
module org.jpacker.proto.ethernet {
  requires transitive org.jpacker.api;

  exports org.jpacker.proto.ethernet;

  provides org.jpacker.api.spi.ProtocolProvider with
      org.jpacker.proto.ethernet.EthernetProvider;
}
