package org.jpacker.io.pcap;

import java.util.List;

/**
 * A stretch of a file.
 *
 * @param from offset of its first octet
 * @param to offset behind its last octet
 */
record Extent(long from, long to) {

  /** Those of {@code extents} that begin before {@code place}. */
  static List<Extent> before(List<Extent> extents, long place) {
    return extents.stream().filter(extent -> extent.from < place).toList();
  }
}
