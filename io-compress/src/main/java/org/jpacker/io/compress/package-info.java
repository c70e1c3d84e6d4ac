/**
 * Compressions of capture files that need third-party libraries: {@link
 * org.jpacker.io.compress.ZstdCompression}, {@link org.jpacker.io.compress.XzCompression} and
 * {@link org.jpacker.io.compress.Lz4Compression}.
 *
 * <p>Programs do not use these classes directly. They are {@link
 * org.jpacker.io.pcap.spi.CompressionProvider}s, found through {@link java.util.ServiceLoader}:
 * with this module on the module path or the class path, {@link org.jpacker.io.pcap.Pcap} reads
 * such files, and writes them with {@link org.jpacker.io.pcap.WriteSettings#compressed(String)},
 * except for lz4, which is only read. gzip is part of io-pcap.
 *
 * <p><b>Libraries.</b> zstd is native code and exists only for some platforms; without it, the file
 * is refused with a message. xz is pure Java. The LZ4 decoder, frames and blocks, is part of this
 * module.
 *
 * <p><b>Hostile files.</b> Compressed data state how much memory their decompression needs. Each
 * format has a limit, such as 128 MiB for the window of zstd; the message for a file beyond it says
 * how to read the file anyway. Failures of the libraries are reported uniformly: the data end
 * early, or they are damaged.
 */
package org.jpacker.io.compress;
