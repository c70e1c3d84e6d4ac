package org.jpacker.io.pcap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jpacker.io.pcap.spi.CompressionProvider;

/** The gzip compression, <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>. */
public final class GzipCompression implements CompressionProvider {
  private static final int BUFFER = 1 << 16;

  /** Called by {@link java.util.ServiceLoader}. */
  public GzipCompression() {}

  @Override
  public String name() {
    return "gzip";
  }

  @Override
  public List<String> suffixes() {
    return List.of(".gz", ".gzip");
  }

  @Override
  public boolean recognises(byte[] first) {
    return first.length >= 2 && first[0] == 0x1f && (first[1] & 0xff) == 0x8b;
  }

  @Override
  public InputStream decompress(InputStream in) throws IOException {
    return new GzipStream(in, BUFFER);
  }

  @Override
  public boolean canCompress() {
    return true;
  }

  @Override
  public OutputStream compress(OutputStream out) throws IOException {
    return new GZIPOutputStream(out, BUFFER, true);
  }
}
