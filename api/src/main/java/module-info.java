/** The vocabulary of jpacker: packets, layers, fields, protocols, and how they find each other. */
module org.jpacker.api {
  exports org.jpacker.api;
  exports org.jpacker.api.contents;
  exports org.jpacker.api.spi;
  exports org.jpacker.api.text;

  uses org.jpacker.api.spi.ProtocolProvider;
}
