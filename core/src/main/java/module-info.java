/**
 * How packets are shown: trees, summaries, dumps, JSON, Java source, fields by name, reference
 * pages.
 */
module org.jpacker.core {
  requires transitive org.jpacker.api;
  requires org.jpacker.flow;

  exports org.jpacker.core;
  exports org.jpacker.core.json;
  exports org.jpacker.core.reference;
  exports org.jpacker.core.source;
}
