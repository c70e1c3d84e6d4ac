package org.jpacker.io.pcap;

/** Formats of capture files, apart from compression. */
public enum FileFormat {
  /** Microseconds; understood by every reader. */
  PCAP("pcap", true),
  /** Nanoseconds. */
  PCAP_NANOS("pcap with nanoseconds", true),
  /** Of a patched libpcap of old, with longer record headers. */
  PCAP_MODIFIED("modified pcap", false),
  /** Several interfaces, comments, names and statistics. */
  PCAPNG("pcapng", true),
  /** Of Solaris and illumos. */
  SNOOP("snoop", false);

  private final String title;
  private final boolean written;

  FileFormat(String title, boolean written) {
    this.title = title;
    this.written = written;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** Whether files of this format are written too, not only read. */
  public boolean isWritten() {
    return written;
  }
}
