package org.jpacker.io.raw;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** Waits until a descriptor is readable or another thread ends the wait. */
final class Waiter {
  /** The descriptor is readable. */
  static final int READABLE = 1;

  /** The descriptor has an error or is at its end. */
  static final int TROUBLE = 2;

  private static final int POLLIN = 1;
  // struct pollfd: descriptor 4, requested events 2, returned events 2
  private static final int POLLFD = 8;

  /**
   * The eight-octet number that is written to wake the waiting thread; allocated for the life of
   * the class.
   */
  private static final Memory ONE = new Memory(8);

  static {
    ONE.setLong(0, 1);
  }

  private final int descriptor;
  private final int wake;
  private final long poll;
  private final Memory memory = new Memory(2 * POLLFD);

  Waiter(String device, int descriptor) {
    this.descriptor = descriptor;
    this.poll = Pointer.nativeValue(memory);
    wake = Libc.eventfd(0, Libc.EFD_CLOEXEC);
    if (wake < 0) {
      int errno = Libc.errno();
      memory.close();
      throw Failure.of(device, "eventfd", errno);
    }
    for (int i = 0; i < 2; i++) {
      memory.setInt(i * POLLFD, i == 0 ? descriptor : wake);
      memory.setShort(i * POLLFD + 4, (short) POLLIN);
    }
  }

  /**
   * Waits for an event.
   *
   * @param nanos maximum time, rounded up to milliseconds
   * @param wakeable whether {@link #wake} ends the wait; once woken, later waits return at once
   * @return a combination of {@link #READABLE} and {@link #TROUBLE}, or 0 for neither
   */
  int await(long nanos, boolean wakeable) {
    long millis = nanos / 1_000_000 + (nanos % 1_000_000 > 0 ? 1 : 0);
    int most = (int) Math.min(Integer.MAX_VALUE, Math.max(0, millis));
    // the error is EINTR, a signal: the caller checks its state and waits again
    if (Libc.poll(poll, wakeable ? 2 : 1, most) <= 0) {
      return 0;
    }
    int happened = memory.getShort(6);
    return (happened & POLLIN) | ((happened & ~POLLIN) != 0 ? TROUBLE : 0);
  }

  void wake() {
    Libc.write(wake, Pointer.nativeValue(ONE), 8);
  }

  int descriptor() {
    return descriptor;
  }

  void close() {
    Libc.close(wake);
    memory.close();
  }
}
