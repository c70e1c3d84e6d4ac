package org.jpacker.io.pcap;

/**
 * A stretch of a file.
 *
 * @param from offset of its first octet
 * @param to offset behind its last octet
 */
record Extent(long from, long to) {}
