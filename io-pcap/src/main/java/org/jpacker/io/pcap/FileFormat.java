package org.jpacker.io.pcap;

/** Formats of capture files, independent of compression. */
public enum FileFormat {
  /** The classic libpcap format with time stamps in microseconds; every reader supports it. */
  PCAP("pcap", true, false),
  /** The classic libpcap format with time stamps in nanoseconds. */
  PCAP_NANOS("pcap with nanoseconds", true, false),
  /** The variant of an old patched libpcap, with longer record headers. */
  PCAP_MODIFIED("modified pcap", false, false),
  /** The pcapng format, with several interfaces, comments, names and statistics. */
  PCAPNG("pcapng", true, true),
  /**
   * The format of Solaris and illumos, <a href="https://www.rfc-editor.org/rfc/rfc1761">RFC
   * 1761</a>.
   */
  SNOOP("snoop", false, false),
  /**
   * Packets as JSON, a line for each; read and written by the module {@code org.jpacker.io.json}.
   */
  JSON("JSON lines", true, true);

  private final String title;
  private final boolean written;
  private final boolean holdsInterfaces;

  FileFormat(String title, boolean written, boolean holdsInterfaces) {
    this.title = title;
    this.written = written;
    this.holdsInterfaces = holdsInterfaces;
  }

  /** The usual name of the format, for messages. */
  public String title() {
    return title;
  }

  /** Whether files of this format can be written, not only read. */
  public boolean isWritten() {
    return written;
  }

  /** Whether packets of several interfaces, and of several link types, stay distinct. */
  public boolean holdsInterfaces() {
    return holdsInterfaces;
  }
}
