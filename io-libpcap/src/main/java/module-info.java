/** Capturing and sending through libpcap. */
module org.jpacker.io.libpcap {
  requires transitive org.jpacker.api;
  requires transitive org.jpacker.live;
  requires com.sun.jna;
  requires java.sql; // the type that pcap4j has for a time stamp
  requires org.pcap4j.core;

  exports org.jpacker.io.libpcap;

  provides org.jpacker.live.spi.LiveProvider with
      org.jpacker.io.libpcap.PcapProvider;
}
