/**
 * Outputs: packets as trees, summaries, dumps, JSON, Java source and fields by name; reference
 * pages of protocols.
 */
module org.jpacker.core {
  requires transitive org.jpacker.api;
  requires org.jpacker.flow;

  exports org.jpacker.core;
  exports org.jpacker.core.json;
  exports org.jpacker.core.reference;
  exports org.jpacker.core.source;
}
