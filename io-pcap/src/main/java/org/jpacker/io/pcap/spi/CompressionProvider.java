package org.jpacker.io.pcap.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * A compression of capture files, found through {@link java.util.ServiceLoader}: a public class
 * with a public constructor. Used by several threads.
 */
public interface CompressionProvider {

  /** Octets at the start of a file that {@link #recognises} is given, if the file has as many. */
  int FIRST_OCTETS = 8;

  /** The name of the compression in lower case, such as {@code gzip}; no other provider has it. */
  String name();

  /**
   * What names of such files end with, in lower case and from the last point on, the usual one
   * first, such as {@code .gz}.
   */
  List<String> suffixes();

  /**
   * Whether a file that begins so is compressed in this way.
   *
   * @param first the first octets of the file, {@link #FIRST_OCTETS} or all that it has
   */
  boolean recognises(byte[] first);

  /**
   * What {@code in} holds, uncompressed. Several compressed files one after the other count as one.
   * The stream gives what is there as soon as it is there. What is damaged or cut gives all that
   * can be had of what was before, then an exception whose message says what is wrong.
   *
   * <p>What the data say of the memory that they need is a claim, so there is a limit, beyond which
   * an exception says what the claim was and how to read the file all the same.
   *
   * @throws IOException if it cannot be read or begins with damage
   */
  InputStream decompress(InputStream in) throws IOException;

  /** Whether there is {@link #compress} too. */
  default boolean canCompress() {
    return false;
  }

  /**
   * A stream that compresses what is written to it. To flush it makes all that was written so far
   * readable, as far as the compression allows; to close it closes {@code out}.
   *
   * @throws IOException if it cannot be written to
   * @throws UnsupportedOperationException if this compression is only read
   */
  default OutputStream compress(OutputStream out) throws IOException {
    throw new UnsupportedOperationException(name() + " is read, not written");
  }
}
