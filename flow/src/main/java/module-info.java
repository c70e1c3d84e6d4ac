/** Flows: who talks to whom. */
module org.jpacker.flow {
  requires transitive org.jpacker.api;

  exports org.jpacker.flow;
}
