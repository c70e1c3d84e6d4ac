/** The contract that every protocol must meet, as tests that a protocol's author extends. */
module org.jpacker.testkit {
  requires transitive org.jpacker.api;
  requires transitive org.jpacker.live;
  requires transitive org.junit.jupiter.api;

  exports org.jpacker.testkit;
}
