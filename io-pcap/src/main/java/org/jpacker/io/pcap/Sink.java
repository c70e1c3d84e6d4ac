package org.jpacker.io.pcap;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import org.jpacker.api.CaptureException;

/**
 * Octets on their way into a file. A record is put together at {@link #at} in {@link #buffer} and
 * counts when it is whole, so that none is half-written when something else fails.
 */
final class Sink {
  private static final int SIZE = 1 << 17;
  private static final VarHandle BIG =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final String name;
  private final OutputStream out;

  /** How long octets are held back, in nanoseconds; -1 for until the buffer is full. */
  private final long patience;

  private long flushed = System.nanoTime();
  private long before;
  private boolean bigEndian;

  byte[] buffer = new byte[SIZE];
  int at;

  Sink(String name, OutputStream out, Duration flushing) {
    this.name = name;
    this.out = out;
    patience = flushing == null ? -1 : flushing.toNanos();
  }

  String name() {
    return name;
  }

  void order(ByteOrder order) {
    bigEndian = order == ByteOrder.BIG_ENDIAN;
  }

  ByteOrder order() {
    return bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /** Octets so far. */
  long octets() {
    return before + at;
  }

  /** Makes room for a record of {@code n} octets. */
  void room(int n) {
    if (buffer.length - at < n) {
      drain();
      if (buffer.length < n) {
        buffer = Arrays.copyOf(buffer, n);
      }
    }
  }

  void i32(int from, int value) {
    // each handle where it is called: the virtual machine inlines those that are constants
    if (bigEndian) {
      BIG.set(buffer, at + from, value);
    } else {
      LITTLE.set(buffer, at + from, value);
    }
  }

  void i16(int from, int value) {
    buffer[at + from] = (byte) (bigEndian ? value >> 8 : value);
    buffer[at + from + 1] = (byte) (bigEndian ? value : value >> 8);
  }

  void octets(int from, byte[] octets) {
    System.arraycopy(octets, 0, buffer, at + from, octets.length);
  }

  /** The record of {@code n} octets is whole. */
  void add(int n) {
    at += n;
    if (patience == 0 || patience > 0 && System.nanoTime() - flushed > patience) {
      flush();
    }
  }

  void flush() {
    drain();
    try {
      out.flush();
      flushed = System.nanoTime();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void drain() {
    int n = at;
    before += n;
    // not tried again: nobody knows how much of it went out
    at = 0;
    try {
      if (n > 0) {
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Writes what is held back and closes, even if that fails. */
  void close() {
    try (out) {
      drain();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  CaptureException refused(String reason) {
    return new CaptureException(name, -1, reason, null);
  }

  private CaptureException failed(IOException e) {
    return new CaptureException(name, -1, "cannot be written: " + e.getMessage(), e);
  }
}
