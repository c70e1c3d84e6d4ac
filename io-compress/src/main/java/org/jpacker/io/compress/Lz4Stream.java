package org.jpacker.io.compress;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads consecutive LZ4 frames.
 *
 * <pre>
 * frame: magic 4, flags 1, block size 1, [content size 8], [dictionary 4], header check 1,
 *        blocks, 0 4, [content check 4]
 * block: size 4 (highest bit: not compressed), octets, [check 4]
 * </pre>
 *
 * <p>Memory use is twice the block size, which is at most 4 MiB, or 8 MiB in the legacy format.
 */
final class Lz4Stream extends InputStream {
  static final int MAGIC = 0x184d2204;

  /**
   * Magic number of the legacy format written by {@code lz4 -l}: blocks up to the end of the file,
   * without flags and checksums.
   */
  static final int LEGACY = 0x184c2102;

  private static final int LEGACY_BLOCK = 8 << 20;
  private static final int SKIPPED = 0x184d2a50;
  private static final int STORED = 0x80000000;

  private final InputStream in;
  private byte[] block = new byte[0];
  private Lz4Block decoder;
  private boolean isLegacy;
  private boolean isLinked;
  private boolean blocksHaveChecks;
  private boolean contentHasCheck;
  private long contentLeft;
  private final XxHash32 contentCheck = new XxHash32();
  private boolean isOver;
  private IOException failure;

  Lz4Stream(InputStream in) throws IOException {
    this.in = in;
    frame(i32());
  }

  /** The magic number of a file, or 0 if the file is too short. */
  static int magic(byte[] first) {
    return first.length < 4
        ? 0
        : first[0] & 0xff | (first[1] & 0xff) << 8 | (first[2] & 0xff) << 16 | first[3] << 24;
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
    while (decoder == null || decoder.left() == 0) { // null if there were only skippable frames
      if (failure != null) {
        throw failure;
      }
      if (isOver) {
        return -1;
      }
      try {
        block();
      } catch (IOException e) {
        // return the decoded part of the block first
        failure = e;
      }
    }
    return decoder.take(into, from, count);
  }

  private void frame(int magic) throws IOException {
    int found = magic;
    while ((found & ~0xf) == SKIPPED) {
      in.skipNBytes(i32() & 0xffffffffL);
      Integer next = magicOrEnd();
      if (next == null) {
        isOver = true;
        return;
      }
      found = next;
    }
    isLegacy = found == LEGACY;
    if (isLegacy) {
      blocksHaveChecks = false;
      contentHasCheck = false;
      contentLeft = -1;
      isLinked = false;
      begin(LEGACY_BLOCK);
      return;
    }
    if (found != MAGIC) {
      throw new IOException("the octets after the lz4 data are not lz4");
    }
    header();
  }

  private void header() throws IOException {
    byte[] header = Arrays.copyOf(octets(2), 14);
    int flags = header[0];
    int sizeCode = header[1] >> 4 & 7;
    if ((flags & 0xc2) != 0x40 || (header[1] & 0x8f) != 0 || sizeCode < 4) {
      throw damaged("their header has undefined flags");
    }
    boolean hasSize = (flags & 8) != 0;
    boolean hasDictionary = (flags & 1) != 0;
    int length = 2 + (hasSize ? 8 : 0) + (hasDictionary ? 4 : 0);
    System.arraycopy(octets(length - 2), 0, header, 2, length - 2);
    XxHash32 check = new XxHash32();
    check.update(header, 0, length);
    if ((check.value() >> 8 & 0xff) != u8()) {
      throw damaged("the checksum of their header is not the one it states");
    }
    if (hasDictionary) {
      throw new IOException(
          "the lz4 data were made with a dictionary; decompress the file with it first");
    }
    isLinked = (flags & 0x20) == 0;
    blocksHaveChecks = (flags & 0x10) != 0;
    contentHasCheck = (flags & 4) != 0;
    contentLeft = -1;
    if (hasSize) {
      contentLeft = magic(Arrays.copyOfRange(header, 2, 6)) & 0xffffffffL;
      contentLeft |= (long) magic(Arrays.copyOfRange(header, 6, 10)) << 32;
    }
    begin(1 << 8 + 2 * sizeCode);
  }

  private void begin(int mostInBlock) {
    contentCheck.reset();
    if (decoder == null || decoder.most() != mostInBlock) {
      decoder = new Lz4Block(mostInBlock);
    }
    decoder.forget();
  }

  private void block() throws IOException {
    if (isLegacy) {
      Integer size = magicOrEnd();
      if (size == null) {
        isOver = true;
      } else if (size == MAGIC || size == LEGACY || (size & ~0xf) == SKIPPED) {
        frame(size);
      } else {
        decode(size & 0x7fffffff, size < 0, Lz4Block.compressedAtMost(LEGACY_BLOCK));
      }
      return;
    }
    int size = i32();
    if (size == 0) {
      end();
    } else {
      decode(size & ~STORED, (size & STORED) != 0, decoder.most());
    }
  }

  private void decode(int size, boolean isStored, int most) throws IOException {
    if (size < 0 || size > most) {
      throw damaged("a block claims " + size + " octets, at most " + most + " are possible");
    }
    if (block.length < size) {
      block = new byte[size];
    }
    int there = in.readNBytes(block, 0, size);
    if (!isLinked) {
      decoder.forget();
    }
    boolean isDecoded = isStored ? decoder.store(block, there) : decoder.decode(block, there);
    if (contentHasCheck) {
      decoder.addTo(contentCheck);
    }
    if (there < size) {
      throw early();
    }
    if (!isDecoded) {
      throw damaged("a block copies octets that do not exist, or is incomplete");
    }
    if (blocksHaveChecks) {
      XxHash32 check = new XxHash32();
      check.update(block, 0, size);
      if (i32() != check.value()) {
        throw damaged("the checksum of a block is not the one it states");
      }
    }
    if (contentLeft >= 0) {
      contentLeft -= decoder.left();
      if (contentLeft < 0) {
        throw damaged("they are longer than they state");
      }
    }
  }

  private void end() throws IOException {
    if (contentHasCheck && i32() != contentCheck.value()) {
      throw damaged("their checksum is not the one they state");
    }
    if (contentLeft > 0) {
      throw damaged("they are shorter than they state");
    }
    Integer next = magicOrEnd();
    if (next == null) {
      isOver = true;
    } else {
      frame(next);
    }
  }

  /** Four octets as a number, or null at the end of the file. */
  private Integer magicOrEnd() throws IOException {
    byte[] octets = in.readNBytes(4);
    if (octets.length == 0) {
      return null;
    }
    if (octets.length < 4) {
      throw early();
    }
    return magic(octets);
  }

  private int i32() throws IOException {
    return magic(octets(4));
  }

  private int u8() throws IOException {
    return octets(1)[0] & 0xff;
  }

  private byte[] octets(int count) throws IOException {
    byte[] octets = in.readNBytes(count);
    if (octets.length < count) {
      throw early();
    }
    return octets;
  }

  private static IOException early() {
    return new EOFException("the lz4 data end early");
  }

  private static IOException damaged(String reason) {
    return new IOException("the lz4 data are damaged: " + reason);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
