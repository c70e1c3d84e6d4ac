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
 * Buffers octets on their way to a file. A record is assembled at {@link #at} in {@link #buffer}
 * and counts once it is complete, so that a failure never leaves a partial record.
 */
final class Sink {
  private static final int SIZE = 1 << 17;
  private static final VarHandle BIG =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final String name;
  private final OutputStream out;

  /** Maximum time that octets are buffered, in nanoseconds; -1 to wait until the buffer is full. */
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

  /** Octets written so far, buffered ones included. */
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
    // one call site for each handle: the JIT inlines constant handles
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

  /** Completes the record of {@code n} octets. */
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
    // not retried: it is unknown how much of it was written
    at = 0;
    try {
      if (n > 0) {
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Writes buffered octets and closes the stream, even if writing fails. */
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
