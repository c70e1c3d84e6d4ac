/** Reads and writes packets as JSON, a line for each. */
module org.jpacker.io.json {
  requires transitive org.jpacker.io.pcap;
  requires org.jpacker.core;
  requires tools.jackson.core;

  exports org.jpacker.io.json;

  provides org.jpacker.io.pcap.spi.FormatProvider with
      org.jpacker.io.json.JsonFormat;
}
