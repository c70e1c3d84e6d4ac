package org.jpacker.io.pcap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jpacker.api.CaptureException;

/** Where octets come from, one stretch after the other. */
abstract sealed class OctetSource {
  private final String name;
  private final AutoCloseable resource;

  private OctetSource(String name, AutoCloseable resource) {
    this.name = name;
    this.resource = resource;
  }

  /**
   * The contents of a file, with or without those that it is going to have.
   *
   * @throws CaptureException if it cannot be opened
   */
  static OctetSource of(Path file, boolean follow) {
    FileChannel channel = FileAccess.toRead(file);
    try {
      return new OfFile(file, channel, follow);
    } catch (IOException e) {
      throw FileAccess.closing(channel, FileAccess.unreadable(file.toString(), e));
    }
  }

  static OctetSource of(String name, InputStream stream) {
    return new OfStream(name, stream);
  }

  /** Of so many octets that lie in memory, and that nobody has to read. */
  static OctetSource inMemory(String name, int octets) {
    return new InMemory(name, octets);
  }

  /** What {@code stream} makes of the octets of this one. */
  OctetSource decompressed(InputStream stream, String compression) {
    return new Decompressed(this, stream, compression);
  }

  String name() {
    return name;
  }

  /** Fills part of an array; returns how much, or -1 at the end. */
  abstract int read(byte[] into, int from, int length) throws IOException;

  /** Octets that were read from the file itself, compressed or not. */
  abstract long position();

  /** Octets that there are, or -1 if nobody knows. */
  long size() {
    return -1;
  }

  /** How the octets were compressed, or null. */
  String compression() {
    return null;
  }

  /** Waits no more for octets that are still to come. */
  void stop() {}

  /** Whether {@link #stop} has ended a waiting. */
  boolean isStopped() {
    return false;
  }

  /** What has not been read yet; closing it closes this source. */
  final InputStream stream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return length == 0 ? 0 : OctetSource.this.read(into, from, length);
      }

      @Override
      public void close() {
        OctetSource.this.close();
      }
    };
  }

  /** Closes what was opened for a use that failed; returns why it failed. */
  final CaptureException closing(CaptureException failure) {
    return FileAccess.closing(resource, failure);
  }

  final void close() {
    try {
      resource.close();
    } catch (Exception e) {
      throw new CaptureException(name, -1, "cannot be closed: " + e, e);
    }
  }

  private static final class OfFile extends OctetSource {
    /** Octets a read asks for: what goes through the cache once more stays in it. */
    private static final int STEP = 1 << 17;

    private final FileChannel channel;

    /** Null if the end of the file is the end. */
    private final GrowingFile growing;

    private final long size;
    private long position;

    OfFile(Path file, FileChannel channel, boolean follow) throws IOException {
      super(file.toString(), channel);
      boolean isRegular = Files.isRegularFile(file);
      this.channel = channel;
      this.growing = follow ? new GrowingFile(channel, isRegular) : null;
      this.size = isRegular && !follow ? channel.size() : -1;
    }

    @Override
    int read(byte[] into, int from, int length) throws IOException {
      try {
        int read = once(into, from, length);
        while (read < 0 && growing != null && growing.await(position)) {
          read = once(into, from, length);
        }
        position += Math.max(0, read);
        return read;
      } catch (ClosedByInterruptException e) {
        if (growing == null) {
          throw e;
        }
        growing.interrupted();
        return -1;
      }
    }

    private int once(byte[] into, int from, int length) throws IOException {
      return channel.read(ByteBuffer.wrap(into, from, Math.min(length, STEP)));
    }

    @Override
    long position() {
      return position;
    }

    @Override
    long size() {
      return size;
    }

    @Override
    void stop() {
      if (growing != null) {
        growing.stop();
      }
    }

    @Override
    boolean isStopped() {
      return growing != null && growing.isStopped();
    }
  }

  private static final class OfStream extends OctetSource {
    private final InputStream stream;
    private long position;

    OfStream(String name, InputStream stream) {
      super(name, stream);
      this.stream = stream;
    }

    @Override
    int read(byte[] into, int from, int length) throws IOException {
      int read = stream.read(into, from, length);
      position += Math.max(0, read);
      return read;
    }

    @Override
    long position() {
      return position;
    }
  }

  private static final class InMemory extends OctetSource {
    private final int octets;

    InMemory(String name, int octets) {
      super(name, () -> {});
      this.octets = octets;
    }

    @Override
    int read(byte[] into, int from, int length) {
      return -1;
    }

    @Override
    long position() {
      return octets;
    }
  }

  private static final class Decompressed extends OctetSource {
    private final OctetSource compressed;
    private final InputStream stream;
    private final String compression;

    Decompressed(OctetSource compressed, InputStream stream, String compression) {
      super(compressed.name + " (uncompressed)", stream);
      this.compressed = compressed;
      this.stream = stream;
      this.compression = compression;
    }

    @Override
    int read(byte[] into, int from, int length) throws IOException {
      return stream.read(into, from, length);
    }

    @Override
    long position() {
      return compressed.position();
    }

    @Override
    String compression() {
      return compression;
    }

    @Override
    void stop() {
      compressed.stop();
    }

    @Override
    boolean isStopped() {
      return compressed.isStopped();
    }
  }
}
