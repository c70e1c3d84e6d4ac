/** Live capture, sending, requests with their responses, and the service interface of back ends. */
module org.jpacker.live {
  requires transitive org.jpacker.api;

  exports org.jpacker.live;
  exports org.jpacker.live.spi;

  uses org.jpacker.live.spi.LiveProvider;
}
