/** Live capture and sending through libpcap. */
module org.jpacker.io.libpcap {
  requires transitive org.jpacker.api;
  requires transitive org.jpacker.live;
  requires com.sun.jna;
  requires java.sql; // pcap4j uses its type for time stamps
  requires org.pcap4j.core;

  exports org.jpacker.io.libpcap;

  provides org.jpacker.live.spi.LiveProvider with
      org.jpacker.io.libpcap.PcapProvider;
}
