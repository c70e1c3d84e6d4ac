/** HTTP/1 requests and responses. */
module org.jpacker.proto.http {
  requires transitive org.jpacker.api;

  exports org.jpacker.proto.http;

  provides org.jpacker.api.spi.ProtocolProvider with
      org.jpacker.proto.http.HttpProvider;
}
