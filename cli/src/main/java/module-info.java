/** The command {@code jpacker}. */
module org.jpacker.cli {
  requires info.picocli;
  requires org.jpacker.core;
  requires org.jpacker.io.pcap;
  requires org.slf4j;

  // picocli sets the fields of the commands
  opens org.jpacker.cli to
      info.picocli;
}
