/** The command {@code jpacker}. */
module org.jpacker.cli {
  requires ch.qos.logback.classic;
  requires ch.qos.logback.core;
  requires info.picocli;
  requires jdk.unsupported; // signals
  requires org.jpacker.core;
  requires org.jpacker.files;
  requires org.jpacker.io.pcap;
  requires org.jpacker.live;
  requires org.slf4j;
  requires org.slf4j.jdk.platform.logging; // takes what goes to the logger of Java to SLF4J

  // picocli sets the fields of the commands
  opens org.jpacker.cli to
      info.picocli;
}
