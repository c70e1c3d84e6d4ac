package org.jpacker.io.pcap.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * A compression of capture files, found through {@link java.util.ServiceLoader}. Implementations
 * are public classes with a public constructor without parameters, and are used by several threads.
 */
public interface CompressionProvider {

  /**
   * Number of octets at the start of a file that {@link #recognises} receives, if the file has that
   * many.
   */
  int FIRST_OCTETS = 8;

  /** The unique name of the compression in lower case, such as {@code gzip}. */
  String name();

  /**
   * The suffixes of compressed files in lower case, with the leading dot, such as {@code .gz}; the
   * most common one first.
   */
  List<String> suffixes();

  /**
   * Whether a file that begins with these octets is compressed in this way.
   *
   * @param first the first octets of the file, {@link #FIRST_OCTETS} or the whole file if it is
   *     shorter
   */
  boolean recognises(byte[] first);

  /**
   * Decompresses {@code in}. Concatenated compressed files are decompressed as one. The stream
   * returns data as soon as they are available. For damaged or truncated input, it returns
   * everything that can be recovered from before the damage, and then throws an exception with the
   * reason.
   *
   * <p>The memory size stated by the data is only a claim. Beyond a limit, an exception states the
   * claimed size and how to read the file anyway.
   *
   * @throws IOException if the stream cannot be read or is damaged at its start
   */
  InputStream decompress(InputStream in) throws IOException;

  /** Whether {@link #compress} is supported. */
  default boolean canCompress() {
    return false;
  }

  /**
   * Returns a stream that compresses to {@code out}. Flushing it makes everything written so far
   * readable, as far as the compression allows; closing it closes {@code out}.
   *
   * @throws IOException if {@code out} cannot be written to
   * @throws UnsupportedOperationException if this provider only decompresses
   */
  default OutputStream compress(OutputStream out) throws IOException {
    throw new UnsupportedOperationException(name() + " can be read but not written");
  }
}
