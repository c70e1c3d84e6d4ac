/**
 * The provider interface for compressions of capture files. A module that adds one implements
 * {@link org.jpacker.io.pcap.spi.CompressionProvider}, and {@code Pcap} then reads and, if
 * supported, writes files with that compression. Providers that cannot be loaded, or whose name is
 * not unique, are left out; {@code Pcap.compressionProblems()} lists them.
 */
package org.jpacker.io.pcap.spi;
