/** Protocols between routers: OSPF, EIGRP, PIM and VRRP. */
module org.jpacker.proto.routing {
  requires transitive org.jpacker.api;

  exports org.jpacker.proto.routing;

  provides org.jpacker.api.spi.ProtocolProvider with
      org.jpacker.proto.routing.RoutingProvider;
}
