package org.jpacker.io.compress;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Wraps a library's decompressor and gives its exceptions uniform messages. */
final class ClearStream extends FilterInputStream {
  private final String compression;

  ClearStream(InputStream in, String compression) {
    super(in);
    this.compression = compression;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    try {
      return in.read(into, from, count);
    } catch (IOException | RuntimeException e) {
      throw clear(compression, e);
    }
  }

  /** Rewords a failure; an unexpected exception of a library also means damaged data. */
  static IOException clear(String compression, Exception e) {
    String data = "the " + compression + " data ";
    if (e instanceof EOFException || String.valueOf(e.getMessage()).contains("runcated")) {
      return new IOException(data + "end early", e);
    }
    return new IOException(data + "are damaged: " + e.getMessage(), e);
  }
}
