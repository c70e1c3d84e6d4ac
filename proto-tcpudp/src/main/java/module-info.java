/** The transport protocols: TCP with options, UDP, UDP-Lite, SCTP and DCCP. */
module org.jpacker.proto.tcpudp {
  requires transitive org.jpacker.api;

  exports org.jpacker.proto.tcpudp;

  provides org.jpacker.api.spi.ProtocolProvider with
      org.jpacker.proto.tcpudp.TcpUdpProvider;
}
