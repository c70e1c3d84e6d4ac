/** PPP with its control protocols, PPP over Ethernet, frame relay, Cisco HDLC and SLARP. */
module org.jpacker.proto.ppp {
  requires transitive org.jpacker.api;

  exports org.jpacker.proto.ppp;

  provides org.jpacker.api.spi.ProtocolProvider with
      org.jpacker.proto.ppp.PppProvider;
}
