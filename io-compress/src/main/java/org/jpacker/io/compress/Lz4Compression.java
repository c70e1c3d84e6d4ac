package org.jpacker.io.compress;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jpacker.io.pcap.spi.CompressionProvider;

/**
 * LZ4, <a href="https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md">the frame format</a>.
 * Only decompresses.
 */
public final class Lz4Compression implements CompressionProvider {

  /** Called by {@link java.util.ServiceLoader}. */
  public Lz4Compression() {}

  @Override
  public String name() {
    return "lz4";
  }

  @Override
  public List<String> suffixes() {
    return List.of(".lz4");
  }

  @Override
  public boolean recognises(byte[] first) {
    int magic = Lz4Stream.magic(first);
    return magic == Lz4Stream.MAGIC || magic == Lz4Stream.LEGACY;
  }

  @Override
  public InputStream decompress(InputStream in) throws IOException {
    return new Lz4Stream(in);
  }
}
