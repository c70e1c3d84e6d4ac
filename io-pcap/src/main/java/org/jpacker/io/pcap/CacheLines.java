package org.jpacker.io.pcap;

/**
 * Brings octets into the processor's cache before they are needed. Octets that were not just read
 * from a file are in no cache, and going from header to header means waiting for the memory at each
 * one; a processor that sees one line asked for after the other fetches the next ones meanwhile.
 */
final class CacheLines {
  /** Octets that a processor brings into its cache at once. */
  private static final int LINE = 64;

  /** Up to here records lie so near to each other that the processor sees where it goes on. */
  static final int NEAR = 4 * LINE;

  private CacheLines() {}

  /**
   * Reads an octet of each line; returns a number that depends on them all. It must be stored, so
   * that the virtual machine does not leave out the reading.
   */
  static int touch(byte[] octets, int from, int to) {
    int sum = 0;
    for (int i = from + LINE; i < to; i += LINE) {
      sum += octets[i];
    }
    return sum;
  }
}
