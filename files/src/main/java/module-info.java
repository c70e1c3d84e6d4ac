/** Whole capture files: facts about them, conversion, merging, slicing. */
module org.jpacker.files {
  requires transitive org.jpacker.api;
  requires org.jpacker.core;
  requires org.jpacker.flow;
  requires transitive org.jpacker.io.pcap;

  exports org.jpacker.files;
}
