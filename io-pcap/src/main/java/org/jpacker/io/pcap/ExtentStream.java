package org.jpacker.io.pcap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/** Concatenates several extents of a file into one stream. */
final class ExtentStream extends InputStream {
  /** Read size that fits the processor's cache, from which the octets are read again. */
  private static final int STEP = 1 << 17;

  private final FileChannel channel;
  private final List<Extent> extents;
  private int current;
  private long at;

  ExtentStream(Path file, List<Extent> extents) {
    this.channel = FileAccess.toRead(file);
    this.extents = extents;
    this.at = extents.get(0).from();
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    while (at >= extents.get(current).to()) {
      if (current + 1 == extents.size()) {
        return -1;
      }
      at = extents.get(++current).from();
    }
    int step = (int) Math.min(Math.min(count, STEP), extents.get(current).to() - at);
    int read = channel.read(ByteBuffer.wrap(into, from, step), at);
    at += Math.max(0, read);
    return read;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** The file offset of the octet at {@code offset} in this stream. */
  static long place(List<Extent> extents, long offset) {
    long left = offset;
    for (Extent extent : extents.subList(0, extents.size() - 1)) {
      long length = extent.to() - extent.from();
      if (left < length) {
        return extent.from() + left;
      }
      left -= length;
    }
    return extents.get(extents.size() - 1).from() + left;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
