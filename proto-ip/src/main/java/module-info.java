/** IPv4 with options, IPv6 with extension headers, fragments, IPsec, and tunnels in IP. */
module org.jpacker.proto.ip {
  requires transitive org.jpacker.api;

  exports org.jpacker.proto.ip;

  provides org.jpacker.api.spi.ProtocolProvider with
      org.jpacker.proto.ip.IpProvider;
}
