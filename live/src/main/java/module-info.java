/** What passes an interface: capturing, sending, questions and answers, and the back ends' door. */
module org.jpacker.live {
  requires transitive org.jpacker.api;

  exports org.jpacker.live;
  exports org.jpacker.live.spi;

  uses org.jpacker.live.spi.LiveProvider;
}
