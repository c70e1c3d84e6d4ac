package org.jpacker.io.compress;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jpacker.io.pcap.spi.CompressionProvider;

/** Zstandard, <a href="https://www.rfc-editor.org/rfc/rfc8878">RFC 8878</a>. */
public final class ZstdCompression implements CompressionProvider {
  private static final int MAGIC = 0xfd2fb528;

  /**
   * Magic number of skippable frames, with which some programs begin; the last four bits may vary.
   */
  private static final int SKIPPED = 0x184d2a50;

  /** Maximum window, 128 MiB, the default limit of the zstd program. */
  private static final int MOST_WINDOW_BITS = 27;

  /** Called by {@link java.util.ServiceLoader}. */
  public ZstdCompression() {}

  @Override
  public String name() {
    return "zstd";
  }

  @Override
  public List<String> suffixes() {
    return List.of(".zst", ".zstd");
  }

  @Override
  public boolean recognises(byte[] first) {
    int magic = Lz4Stream.magic(first);
    return magic == MAGIC || (magic & ~0xf) == SKIPPED;
  }

  @Override
  public InputStream decompress(InputStream in) throws IOException {
    try {
      return new ClearStream(
          new ZstdInputStreamNoFinalizer(in).setLongMax(MOST_WINDOW_BITS), name());
    } catch (LinkageError e) {
      throw noLibrary(e);
    }
  }

  @Override
  public boolean canCompress() {
    return true;
  }

  @Override
  public OutputStream compress(OutputStream out) throws IOException {
    try {
      return new ZstdOutputStreamNoFinalizer(out);
    } catch (LinkageError e) {
      throw noLibrary(e);
    }
  }

  private static IOException noLibrary(LinkageError e) {
    return new IOException(
        "the native library of zstd cannot be loaded ("
            + e.getMessage()
            + "); it is unpacked into the folder for temporary files, or where -DZstdTempFolder=DIR says",
        e);
  }
}
