/** Capturing and sending through libpcap. */
module org.jpacker.io.live {
  requires transitive org.jpacker.api;
  requires com.sun.jna;
  requires java.sql; // the type that pcap4j has for a time stamp
  requires org.pcap4j.core;

  exports org.jpacker.io.live;

  provides org.jpacker.api.spi.LiveProvider with
      org.jpacker.io.live.PcapProvider;
}
