/** Capture files, pcap and pcapng, read and written in pure Java. */
module org.jpacker.io.pcap {
  requires transitive org.jpacker.api;
  requires org.slf4j;

  exports org.jpacker.io.pcap;
}
