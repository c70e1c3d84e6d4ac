/** Packets, layers, fields, protocols, and the dispatch between them: the vocabulary of jpacker. */
module org.jpacker.api {
  exports org.jpacker.api;
  exports org.jpacker.api.contents;
  exports org.jpacker.api.spi;
  exports org.jpacker.api.text;

  uses org.jpacker.api.spi.ProtocolProvider;
}
