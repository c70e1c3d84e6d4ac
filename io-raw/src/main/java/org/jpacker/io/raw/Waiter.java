package org.jpacker.io.raw;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** Waits for a descriptor to have something to read, until another thread says otherwise. */
final class Waiter {
  /** There is something to read. */
  static final int READABLE = 1;

  /** The descriptor is in trouble, or at its end. */
  static final int TROUBLE = 2;

  private static final int POLLIN = 1;
  // struct pollfd: descriptor 4, events 2, what happened 2
  private static final int POLLFD = 8;

  /** What is written to wake: a number of eight octets. It stays for as long as the class. */
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
   * Waits.
   *
   * @param nanos at most this long, rounded up to milliseconds
   * @param wakeable whether {@link #wake} ends it; what was woken once stays awake
   * @return {@link #READABLE} and {@link #TROUBLE}, or 0 for none
   */
  int await(long nanos, boolean wakeable) {
    long millis = nanos / 1_000_000 + (nanos % 1_000_000 > 0 ? 1 : 0);
    int most = (int) Math.min(Integer.MAX_VALUE, Math.max(0, millis));
    // an error is EINTR: a signal, after which the caller looks and waits again
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
