package org.jpacker.io.pcap;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jpacker.api.CaptureException;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.spi.CompressionProvider;

/**
 * A plain capture file as a chain of records: the header of each record gives the offset of the
 * next, and everything in between is skipped. Confined to one thread; {@link #twin} is for another.
 *
 * <p>The file is interpreted exactly as by its reader: a chain is followed if and only if the
 * reader would follow it.
 */
abstract sealed class RecordChain implements Closeable
    permits PcapRecords, PcapngRecords, SnoopRecords {

  /** Read size: larger ones exceed the processor's cache, smaller ones need more calls. */
  private static final int STEP = 1 << 16;

  /** Returned by {@link #next} where no complete record begins. */
  static final long NONE = -1;

  final String name;
  final FileChannel channel;
  final long size;

  /** The buffered octets; the first one is at offset {@link #start} of the file. */
  private final ByteBuffer octets = ByteBuffer.allocateDirect(STEP).limit(0);

  private long start;

  /** Byte order of record headers; each section of a pcapng file has its own. */
  ByteOrder order;

  RecordChain(String name, FileChannel channel, long size, ByteOrder order) {
    this.name = name;
    this.channel = channel;
    this.size = size;
    this.order = order;
  }

  /**
   * Opens the records of a plain file.
   *
   * @throws CaptureException if it is compressed, not a regular file, or not a capture file
   */
  static RecordChain open(Path file) {
    String name = file.toString();
    // checked before opening, which would block on a named pipe
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new CaptureException(
          name, -1, "is not a regular file; only those can be read from the middle", null);
    }
    FileChannel channel = FileAccess.toRead(file);
    try {
      return of(name, channel);
    } catch (IOException e) {
      throw FileAccess.closing(channel, FileAccess.unreadable(name, e));
    } catch (CaptureException e) {
      throw FileAccess.closing(channel, e);
    }
  }

  private static RecordChain of(String name, FileChannel channel) throws IOException {
    byte[] first = new byte[PcapReader.FILE_HEADER];
    ByteBuffer header = ByteBuffer.wrap(first);
    while (header.hasRemaining() && channel.read(header, header.position()) >= 0) {
      // until the buffer is full or the file ends
    }
    CompressionProvider compression =
        Compression.of(
            Arrays.copyOf(first, Math.min(CompressionProvider.FIRST_OCTETS, header.position())));
    if (compression != null) {
      throw new CaptureException(
          name,
          0,
          "is compressed with "
              + compression.name()
              + "; only plain files can be read from the middle: decompress it first",
          null);
    }
    int magic = header.getInt(0);
    PcapReader.Variant variant = PcapReader.Variant.of(magic);
    if (variant != null && header.position() == first.length) {
      Cursor input = Cursor.of(name, new ByteArrayInputStream(first));
      input.bigEndian(true);
      return new PcapRecords(
          name, channel, channel.size(), new PcapReader(input, ProtocolRegistry.of(), variant));
    }
    if (magic == Block.SECTION_HEADER) {
      return new PcapngRecords(name, channel, channel.size());
    }
    if (SnoopReader.recognises(first)) {
      // reports what is wrong with the header; no record need follow it
      new SnoopReader(
          Cursor.of(name, new ByteArrayInputStream(first, 0, header.position())),
          ProtocolRegistry.of());
      return new SnoopRecords(name, channel, channel.size());
    }
    throw new CaptureException(
        name, 0, "is not a pcap, pcapng or snoop file, or ends within its header", null);
  }

  /** The same file for another thread; closing it closes nothing. */
  abstract RecordChain twin();

  /** Offset of the first record. */
  abstract long first();

  /** Offset of the end of the record at {@code at}, or {@link #NONE}. */
  abstract long next(long at);

  /**
   * A position in [{@code from}, {@code end}) where a record seems to begin, or {@link #NONE}. It
   * is only a guess: the work that starts there is discarded if it proves wrong.
   */
  abstract long guess(long from, long end);

  /**
   * The first record boundary from {@code place} on, if it is certain without examining everything
   * before it; otherwise {@link #NONE}.
   */
  long certain(long place) {
    return place <= first() ? first() : NONE;
  }

  /** Whether the record at {@code at} is needed to interpret the records after it. */
  boolean isContext(long at) {
    return false;
  }

  /** Whether {@code count} octets are available at {@code at}. */
  final boolean has(long at, int count) {
    return at + count <= size;
  }

  /** The 32-bit number at {@code at}, which {@link #has} has checked. */
  final int i32(long at) {
    if (at < start || at + 4 > start + octets.limit()) {
      load(at);
    }
    return octets.order(order).getInt((int) (at - start));
  }

  final long u32(long at) {
    return i32(at) & 0xffffffffL;
  }

  private void load(long at) {
    octets.clear();
    start = at;
    read(octets, at, 4);
    octets.flip();
  }

  /** Fills an array with the octets from {@code at} on. */
  final void copy(long at, byte[] into) {
    read(ByteBuffer.wrap(into), at, into.length);
  }

  private void read(ByteBuffer into, long at, int least) {
    try {
      while (into.position() < least) {
        if (channel.read(into, at + into.position()) < 0) {
          throw new CaptureException(name, at, "the file became shorter while it was read", null);
        }
      }
    } catch (IOException e) {
      throw new CaptureException(name, at, "cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new CaptureException(name, -1, "cannot be closed: " + e, e);
    }
  }
}
