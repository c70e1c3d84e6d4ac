package org.jpacker.io.pcap;

import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jpacker.api.CaptureException;

/**
 * Reads all blocks of a pcapng file in order, packets included. {@link BlockWriter#copy} writes a
 * block unchanged, octet by octet.
 *
 * <p>If the block structure is damaged, the exception follows the last intact block. A block with
 * inconsistent contents is returned as a {@link Block.Malformed}.
 */
public final class BlockReader implements Iterable<Block>, AutoCloseable {
  private final Cursor input;
  private final BlockFrames frames;
  private CaptureException damage;
  private boolean firstInterface;
  private long snapLength;

  private long offset;
  private int type;
  private byte[] contents;

  /** Whether another reader has already read the first section header. */
  private boolean isAhead;

  private BlockReader(Cursor input) {
    this.input = input;
    frames = new BlockFrames(input);
  }

  /**
   * Opens a file, plain or compressed.
   *
   * @throws CaptureException if it cannot be opened or is not a pcapng file
   */
  public static BlockReader open(Path file) {
    return of(Cursor.open(file));
  }

  /**
   * Opens a stream, plain or compressed. The reader closes it; if this call fails, it closes the
   * stream itself.
   *
   * @throws CaptureException if it cannot be read or is not pcapng
   */
  public static BlockReader open(InputStream stream) {
    return of(Cursor.of("stream", stream));
  }

  /**
   * Takes over a pcapng capture before its first packet has been read. All blocks are returned,
   * from the first section header on.
   *
   * @throws IllegalArgumentException if it has another format
   * @throws IllegalStateException if it has been read from
   */
  public static BlockReader of(FileCapture capture) {
    if (!(capture instanceof PcapngReader pcapng)) {
      throw new IllegalArgumentException("not pcapng: " + capture.format().title());
    }
    BlockReader reader = new BlockReader(pcapng.input);
    reader.contents = pcapng.firstSection();
    reader.type = Block.SECTION_HEADER;
    reader.isAhead = true;
    return reader;
  }

  private static BlockReader of(Cursor input) {
    Cursor plain = Formats.plain(input);
    try {
      if (!plain.has(4) || plain.i32(0) != Block.SECTION_HEADER) {
        throw new CaptureException(plain.name(), 0, "is not a pcapng file", null);
      }
      return new BlockReader(plain);
    } catch (CaptureException e) {
      throw plain.source().closing(e);
    }
  }

  /**
   * The next block, or null at the end.
   *
   * @throws CaptureException after the last intact block, if the file is damaged or cannot be read
   */
  public Block next() {
    if (damage != null) {
      throw damage;
    }
    if (isAhead) {
      isAhead = false;
      return decoded();
    }
    try {
      return frames.more() ? read() : null;
    } catch (CaptureException e) {
      damage = e;
      throw e;
    }
  }

  private Block read() {
    int next = input.i32(0);
    int length = next == Block.SECTION_HEADER ? frames.section() : frames.whole(frames.name(), 12);
    type = next;
    offset = input.offset();
    contents = input.octets(8, length - BlockCodec.FRAME);
    input.pass(length);
    return decoded();
  }

  private Block decoded() {
    Block block = BlockCodec.decode(type, contents, order(), snapLength);
    if (block instanceof Block.SectionHeader) {
      firstInterface = true;
      snapLength = 0;
    } else if (block instanceof Block.InterfaceDescription description && firstInterface) {
      firstInterface = false;
      snapLength = description.snapLength();
    }
    return block;
  }

  /** The byte order of the section that contains the last block. */
  public ByteOrder order() {
    return input.byteOrder();
  }

  /** Offset of the last block from the start of the file, in octets. */
  public long offset() {
    return offset;
  }

  /** Octets of the file read so far; for a compressed file, compressed octets. */
  public long position() {
    return input.source().position();
  }

  int type() {
    return type;
  }

  byte[] contents() {
    return contents;
  }

  /** Iterates over the remaining blocks. */
  @Override
  public Iterator<Block> iterator() {
    return new Iterator<>() {
      private Block ahead;

      @Override
      public boolean hasNext() {
        if (ahead == null) {
          ahead = BlockReader.this.next();
        }
        return ahead != null;
      }

      @Override
      public Block next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Block block = ahead;
        ahead = null;
        return block;
      }
    };
  }

  @Override
  public void close() {
    input.source().close();
  }
}
