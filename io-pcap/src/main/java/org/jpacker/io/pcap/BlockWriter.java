package org.jpacker.io.pcap;

import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.jpacker.api.CaptureException;

/**
 * Writes pcapng block by block. Blocks are written as given: interface numbers and the order of
 * blocks are not checked, except that a section header must come first.
 */
public final class BlockWriter implements AutoCloseable {
  private final Sink sink;
  private boolean started;

  BlockWriter(Sink sink) {
    this.sink = sink;
  }

  /**
   * Creates a file, or replaces it.
   *
   * @param settings compression and flushing; the other settings are ignored
   * @throws CaptureException if it cannot be created
   */
  public static BlockWriter create(Path file, WriteSettings settings) {
    return new BlockWriter(Pcap.sink(file, settings));
  }

  /**
   * Writes to a stream, which the writer closes. Of the settings, compression and flushing apply.
   */
  public static BlockWriter create(OutputStream stream, WriteSettings settings) {
    return new BlockWriter(Pcap.sink("stream", stream, settings));
  }

  /**
   * Writes a block in the byte order of the last section header.
   *
   * @throws CaptureException if writing fails
   * @throws IllegalArgumentException if the block cannot be encoded
   * @throws IllegalStateException if no section header has been written
   */
  public void write(Block block) {
    ByteOrder order = block instanceof Block.SectionHeader header ? header.order() : sink.order();
    write(block.type(), BlockCodec.encode(block, order), order);
  }

  /**
   * Copies the last block returned by {@code reader} octet by octet, including padding,
   * end-of-options markers and anything else that a {@link Block} does not represent.
   *
   * @throws CaptureException if writing fails
   * @throws IllegalStateException if the reader has not returned a block, or no section of the same
   *     byte order has begun
   */
  public void copy(BlockReader reader) {
    if (reader.contents() == null) {
      throw new IllegalStateException("the reader has not returned a block yet");
    }
    boolean isSection = reader.type() == Block.SECTION_HEADER;
    if (!isSection && started && reader.order() != sink.order()) {
      throw new IllegalStateException(
          "a block of byte order " + reader.order() + " does not fit a section of the other one");
    }
    write(reader.type(), reader.contents(), reader.order());
  }

  private void write(int type, byte[] contents, ByteOrder order) {
    if (!started && type != Block.SECTION_HEADER) {
      throw new IllegalStateException("a pcapng file begins with a section header");
    }
    started = true;
    sink.order(order);
    int length = BlockCodec.FRAME + contents.length;
    sink.room(length);
    sink.i32(0, type);
    sink.i32(4, length);
    sink.octets(8, contents);
    sink.i32(length - 4, length);
    sink.add(length);
  }

  /** Octets written so far, before compression. */
  public long octets() {
    return sink.octets();
  }

  /** Writes buffered octets to the file. */
  public void flush() {
    sink.flush();
  }

  @Override
  public void close() {
    sink.close();
  }
}
