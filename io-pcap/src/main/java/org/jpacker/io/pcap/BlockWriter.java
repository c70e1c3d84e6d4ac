package org.jpacker.io.pcap;

import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.jpacker.api.CaptureException;

/**
 * Writes pcapng block by block. What is written is what was asked for: numbers of interfaces and
 * the order of blocks are not checked, except that a section comes first.
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
   * @param settings whether it is compressed and when it is flushed; nothing else of them counts
   * @throws CaptureException if it cannot be created
   */
  public static BlockWriter create(Path file, WriteSettings settings) {
    return new BlockWriter(Pcap.sink(file, settings));
  }

  /** Writes to a stream, which the writer closes. */
  public static BlockWriter create(OutputStream stream, WriteSettings settings) {
    return new BlockWriter(Pcap.sink("stream", stream, settings));
  }

  /**
   * Writes a block, in the byte order that the last section header states.
   *
   * @throws CaptureException if that fails
   * @throws IllegalArgumentException if the block cannot be encoded
   * @throws IllegalStateException if there is no section yet
   */
  public void write(Block block) {
    ByteOrder order = block instanceof Block.SectionHeader header ? header.order() : sink.order();
    write(block.type(), BlockCodec.encode(block, order), order);
  }

  /**
   * Writes the block that {@code reader} gave last as it came, octet by octet: paddings, ends of
   * options, and whatever else is not part of a {@link Block}.
   *
   * @throws CaptureException if that fails
   * @throws IllegalStateException if the reader has not given any, or there is no section of its
   *     byte order yet
   */
  public void copy(BlockReader reader) {
    if (reader.contents() == null) {
      throw new IllegalStateException("the reader has not given a block yet");
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

  /** Octets written so far. */
  public long octets() {
    return sink.octets();
  }

  /** Writes what is held back. */
  public void flush() {
    sink.flush();
  }

  @Override
  public void close() {
    sink.close();
  }
}
