/**
 * Reads and writes capture files (pcap, pcapng; snoop is only read) in pure Java; other modules add
 * formats.
 */
module org.jpacker.io.pcap {
  requires transitive org.jpacker.api;

  exports org.jpacker.io.pcap;
  exports org.jpacker.io.pcap.spi;

  uses org.jpacker.io.pcap.spi.CompressionProvider;
  uses org.jpacker.io.pcap.spi.FormatProvider;

  provides org.jpacker.io.pcap.spi.CompressionProvider with
      org.jpacker.io.pcap.GzipCompression;
}
