/** The vocabulary of jpacker: packets, layers, fields, protocols, and how they find each other. */
module org.jpacker.api {
  exports org.jpacker.api;
  exports org.jpacker.api.spi;

  uses org.jpacker.api.spi.LiveProvider;
  uses org.jpacker.api.spi.ProtocolProvider;
}
