/** What works on any packet: trees, summaries, dumps, JSON, field extraction and flow keys. */
module org.jpacker.core {
  requires transitive org.jpacker.api;

  exports org.jpacker.core;
}
