/** IPv4 with its options, IPv6 with its extension headers, fragments, IP in IP, and GRE. */
module org.jpacker.proto.ip {
  requires transitive org.jpacker.api;

  exports org.jpacker.proto.ip;

  provides org.jpacker.api.spi.ProtocolProvider with
      org.jpacker.proto.ip.IpProvider;
}
