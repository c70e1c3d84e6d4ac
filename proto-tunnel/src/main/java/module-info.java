/** Tunnels over UDP: VXLAN, GENEVE, GTP-U. */
module org.jpacker.proto.tunnel {
  requires transitive org.jpacker.api;

  exports org.jpacker.proto.tunnel;

  provides org.jpacker.api.spi.ProtocolProvider with
      org.jpacker.proto.tunnel.TunnelProvider;
}
