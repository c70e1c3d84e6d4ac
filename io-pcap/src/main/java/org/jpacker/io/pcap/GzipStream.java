package org.jpacker.io.pcap;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads gzip members in sequence and checks the checksum and length of each. The JDK's stream takes
 * the end of a member for the end of the data if the underlying stream, such as a pipe, has nothing
 * available at that moment.
 */
final class GzipStream extends InputStream {
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int HEADER_CHECK = 2;

  private final InputStream in;
  private final byte[] buffer;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 check = new CRC32();
  private int at;
  private int end;
  private boolean isOver;
  private IOException failure;

  GzipStream(InputStream in, int bufferSize) throws IOException {
    this.in = in;
    this.buffer = new byte[bufferSize];
    header();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (!isOver) {
      int inflated = inflate(into, from, count);
      if (inflated > 0) {
        check.update(into, from, inflated);
        return inflated;
      }
      if (inflater.finished()) {
        at = end - inflater.getRemaining();
        trailer();
        next();
      } else if (inflater.needsDictionary()) {
        throw new IOException("the gzip data need a dictionary, which gzip does not have");
      } else {
        at = end;
        if (!fill()) {
          throw new EOFException("the gzip data end early");
        }
        inflater.setInput(buffer, at, end - at);
      }
    }
    return -1;
  }

  private int inflate(byte[] into, int from, int count) throws IOException {
    if (failure != null) {
      throw failure;
    }
    long before = inflater.getBytesWritten();
    try {
      return inflater.inflate(into, from, count);
    } catch (DataFormatException e) {
      failure = new IOException("the gzip data are damaged: " + e.getMessage(), e);
      // return what precedes the damage first
      int inflated = (int) (inflater.getBytesWritten() - before);
      if (inflated > 0) {
        return inflated;
      }
      throw failure;
    }
  }

  /** Advances to the next member or to the end; zeros may fill the rest of a tape's last block. */
  private void next() throws IOException {
    int first = octet();
    while (first == 0) {
      first = octet();
    }
    if (first < 0) {
      isOver = true;
      return;
    }
    at--;
    header();
  }

  private void header() throws IOException {
    if (needed() != 0x1f || needed() != 0x8b) {
      throw new IOException("the octets after the gzip data are not gzip");
    }
    int method = needed();
    if (method != 8) {
      throw new IOException("gzip has no compression method " + method);
    }
    int flags = needed();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(needed() | needed() << 8);
    }
    for (int text : new int[] {NAME, COMMENT}) {
      while ((flags & text) != 0 && needed() != 0) {
        // up to the terminating zero
      }
    }
    if ((flags & HEADER_CHECK) != 0) {
      skip(2);
    }
    inflater.reset();
    inflater.setInput(buffer, at, end - at);
    check.reset();
  }

  private void trailer() throws IOException {
    if (u32() != check.getValue()) {
      throw new IOException("the gzip data are damaged: their checksum is not the one they state");
    }
    if (u32() != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new IOException("the gzip data are damaged: their length is not the one they state");
    }
  }

  private long u32() throws IOException {
    return needed() | needed() << 8 | needed() << 16 | (long) needed() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      needed();
    }
  }

  private int needed() throws IOException {
    int octet = octet();
    if (octet < 0) {
      throw new EOFException("the gzip data end early");
    }
    return octet;
  }

  private int octet() throws IOException {
    return at < end || fill() ? buffer[at++] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  @Override
  public int available() throws IOException {
    return isOver ? 0 : inflater.needsInput() ? Math.min(1, in.available()) : 1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
