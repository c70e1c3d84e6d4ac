package org.jpacker.io.compress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jpacker.io.pcap.spi.CompressionProvider;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/** The xz compression, <a href="https://tukaani.org/xz/format.html">the .xz file format</a>. */
public final class XzCompression implements CompressionProvider {
  private static final byte[] MAGIC = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};

  /** Memory limit, twice the requirement of {@code xz -9}. */
  private static final int MOST_KIBIBYTES = 128 << 10;

  /** Called by {@link java.util.ServiceLoader}. */
  public XzCompression() {}

  @Override
  public String name() {
    return "xz";
  }

  @Override
  public List<String> suffixes() {
    return List.of(".xz");
  }

  @Override
  public boolean recognises(byte[] first) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (i >= first.length || first[i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public InputStream decompress(InputStream in) throws IOException {
    try {
      return new ClearStream(new Limited(new XZInputStream(in, MOST_KIBIBYTES)), name());
    } catch (IOException e) {
      throw ClearStream.clear(name(), e);
    }
  }

  /** Adds advice to the exception for a file that needs more memory than the limit. */
  private static final class Limited extends FilterInputStream {
    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
      try {
        return in.read(into, from, count);
      } catch (MemoryLimitException e) {
        throw new IOException(
            "they need "
                + e.getMemoryNeeded() / 1024
                + " MiB of memory, at most "
                + MOST_KIBIBYTES / 1024
                + " are used; decompress the file with xz first",
            e);
      }
    }
  }

  @Override
  public boolean canCompress() {
    return true;
  }

  @Override
  public OutputStream compress(OutputStream out) throws IOException {
    return new XZOutputStream(out, new LZMA2Options());
  }
}
