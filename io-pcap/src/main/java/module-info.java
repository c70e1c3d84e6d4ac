/** Capture files, pcap, pcapng and snoop, read and written in pure Java. */
module org.jpacker.io.pcap {
  requires transitive org.jpacker.api;

  exports org.jpacker.io.pcap;
  exports org.jpacker.io.pcap.spi;

  uses org.jpacker.io.pcap.spi.CompressionProvider;

  provides org.jpacker.io.pcap.spi.CompressionProvider with
      org.jpacker.io.pcap.GzipCompression;
}
