package org.jpacker.io.pcap;

/** Formats of capture files, independent of compression. */
public enum FileFormat {
  /** The classic libpcap format with time stamps in microseconds; every reader supports it. */
  PCAP("pcap", true),
  /** The classic libpcap format with time stamps in nanoseconds. */
  PCAP_NANOS("pcap with nanoseconds", true),
  /** The variant of an old patched libpcap, with longer record headers. */
  PCAP_MODIFIED("modified pcap", false),
  /** The pcapng format, with several interfaces, comments, names and statistics. */
  PCAPNG("pcapng", true),
  /**
   * The format of Solaris and illumos, <a href="https://www.rfc-editor.org/rfc/rfc1761">RFC
   * 1761</a>.
   */
  SNOOP("snoop", false);

  private final String title;
  private final boolean written;

  FileFormat(String title, boolean written) {
    this.title = title;
    this.written = written;
  }

  /** The usual name of the format, for messages. */
  public String title() {
    return title;
  }

  /** Whether files of this format can be written, not only read. */
  public boolean isWritten() {
    return written;
  }
}
