/**
 * The provider interfaces for compressions and formats of capture files. A module that adds a
 * compression implements {@link org.jpacker.io.pcap.spi.CompressionProvider}, and {@code Pcap} then
 * reads and, if supported, writes files with that compression. The same goes for a format and
 * {@link org.jpacker.io.pcap.spi.FormatProvider}. Providers that cannot be loaded, or are not the
 * only ones of their name, are left out; {@code Pcap.compressionProblems()} and messages on files
 * that cannot be read or written list them.
 */
package org.jpacker.io.pcap.spi;
