/** Contracts for protocols and live back ends, as test classes to extend. */
module org.jpacker.testkit {
  requires transitive org.jpacker.api;
  requires transitive org.jpacker.live;
  requires org.jpacker.core;
  requires transitive org.junit.jupiter.api;

  exports org.jpacker.testkit;
}
