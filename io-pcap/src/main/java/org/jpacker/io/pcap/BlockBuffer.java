package org.jpacker.io.pcap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.jpacker.api.CaptureException;

/**
 * Octets of a source in large blocks. A stretch that someone asks for lies in one block; a block is
 * never written again where it was handed out, so that packets can be windows on it.
 *
 * <p>Octets that were asked for begin at {@link #at} in {@link #block}.
 */
abstract class BlockBuffer {
  /** Larger blocks gave nothing more; smaller ones cost more often. */
  private static final int BLOCK = 1 << 18;

  private static final int FIRST_BLOCK = 1 << 13;

  /**
   * Octets that a block has behind those that are used. For several octets of a header the virtual
   * machine checks only once that they lie in the array, for the furthest of them, also where a
   * shorter header would end before; where that fails, it checks each of them from then on.
   */
  private static final int SLACK = 256;

  /** Up to here octets are copied so that they have it. */
  private static final int COPIED = 1 << 16;

  private static final byte[] NO_BLOCK = new byte[SLACK];

  private final OctetSource source;

  /** Whether all octets are in memory from the start, in one block. */
  private final boolean isInMemory;

  /** Octets of the next block; small ones first where nobody knows how much there is. */
  private int blockSize;

  /** Whether {@link #block} was there before, and is not this class's own. */
  private boolean isGiven;

  /** Holds the octets that were asked for. */
  byte[] block;

  /** Where the octets begin that were asked for and not passed yet. */
  int at;

  private int end;
  private long passed;

  /** Written so that the virtual machine cannot leave out the reads of {@link CacheLines}. */
  private int touched;

  BlockBuffer(OctetSource source) {
    this.source = source;
    this.isInMemory = false;
    this.block = NO_BLOCK;
    // one octet more, so that the end is noticed without another block
    this.blockSize = source.size() < 0 ? FIRST_BLOCK : (int) Math.min(BLOCK, source.size() + 1);
  }

  /** Octets that are there already; they are not copied, but for some at the end. */
  BlockBuffer(String name, byte[] octets) {
    this.source = OctetSource.inMemory(name, octets.length);
    this.isInMemory = true;
    this.isGiven = true;
    this.block = octets;
    this.end = Math.max(0, octets.length - SLACK);
  }

  /** Where the octets come from; what was read from it already is here. */
  final OctetSource source() {
    return source;
  }

  /** Octets from the start of the source to {@link #at}. */
  final long offset() {
    return passed + at;
  }

  /** Whether {@code n} octets are there from {@link #at} on; fewer are at the end of the source. */
  final boolean has(int n) {
    return n <= end - at || fill(n);
  }

  /** Octets from {@link #at} on that are there already. */
  final int there() {
    return end - at;
  }

  /** Goes {@code n} octets on, which {@link #has} said are there. */
  final void pass(int n) {
    int from = at;
    at += n;
    if (isGiven && n > CacheLines.NEAR) {
      touched = CacheLines.touch(block, from, at);
    }
  }

  /** Goes {@code n} octets on without keeping them; returns how many there were. */
  final long skip(long n) {
    long left = n;
    while (left > 0 && has(1)) {
      int step = (int) Math.min(left, end - at);
      at += step;
      left -= step;
    }
    return n - left;
  }

  /** A copy of {@code n} octets, which {@link #has} said are there. */
  final byte[] octets(int from, int n) {
    return Arrays.copyOfRange(block, at + from, at + from + n);
  }

  /** What is left, as a stream: octets that were looked at are in it once more. */
  final InputStream rest() {
    if (isInMemory) {
      toEnd();
    }
    InputStream buffered = new ByteArrayInputStream(block, at, end - at);
    return isInMemory ? buffered : new SequenceInputStream(buffered, source.stream());
  }

  private boolean fill(int n) {
    if (isInMemory) {
      toEnd();
      return n <= end - at;
    }
    while (end - at < n) {
      int capacity = block.length - SLACK;
      // at the front already, a block that is too small grows when it is full: n is but a claim
      if (end == capacity || at > 0 && capacity - at < n) {
        move(n);
      }
      try {
        int read = source.read(block, end, block.length - SLACK - end);
        if (read < 0) {
          return false;
        }
        end += read;
      } catch (IOException e) {
        String reason = e.getMessage() == null ? "ends early" : e.getMessage();
        throw new CaptureException(source.name(), passed + end, "cannot be read: " + reason, e);
      }
    }
    return true;
  }

  /** Goes on to the last octets of those that were given. */
  private void toEnd() {
    int left = block.length - at;
    if (isGiven && left > COPIED) {
      end = block.length;
    } else if (isGiven) {
      takeLeft(left, left);
      isGiven = false;
    }
  }

  /**
   * A fresh block that begins with what is left; never much larger than what is known to be there.
   */
  private void move(int n) {
    int left = end - at;
    int size = Math.max(left + 1, Math.max(blockSize, (int) Math.min(n, 2L * left)));
    if (block.length - SLACK >= blockSize) {
      blockSize = Math.min(BLOCK, 4 * blockSize);
    }
    takeLeft(left, size);
  }

  /** Begins a fresh block of {@code size} octets with the {@code left} ones behind {@link #at}. */
  private void takeLeft(int left, int size) {
    byte[] fresh = new byte[size + SLACK];
    System.arraycopy(block, at, fresh, 0, left);
    passed += at;
    block = fresh;
    at = 0;
    end = left;
  }
}
