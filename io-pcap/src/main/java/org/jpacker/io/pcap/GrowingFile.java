package org.jpacker.io.pcap;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** Waits at the end of a file that is still being written, until someone says that it is done. */
final class GrowingFile {
  private static final long POLL_MILLIS = 50;

  private final FileChannel channel;

  /** A pipe's end is its end, and waiting is the operating system's. */
  private final boolean isRegular;

  private boolean stopped;

  /** What was written before the stop has been looked for. */
  private boolean drained;

  GrowingFile(FileChannel channel, boolean isRegular) {
    this.channel = channel;
    this.isRegular = isRegular;
  }

  /**
   * Waits a moment behind {@code position} octets; returns whether it is worth to look for more.
   * Interrupting the thread is a way to stop, too.
   */
  synchronized boolean await(long position) throws IOException {
    if (!isRegular || drained) {
      return false;
    }
    if (stopped) {
      drained = true;
      return true;
    }
    long size = channel.size();
    if (size < position) {
      throw new IOException(
          "it was cut to "
              + size
              + " octets while it was followed, "
              + position
              + " had been read");
    }
    try {
      if (size == position) {
        wait(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      interrupted();
      Thread.currentThread().interrupt();
      return false;
    }
    return true;
  }

  /** The thread was interrupted, after which nothing can be read. */
  synchronized void interrupted() {
    stopped = true;
    drained = true;
  }

  void stop() {
    synchronized (this) {
      stopped = true;
      notifyAll();
    }
    if (!isRegular) {
      try {
        // wakes the thread that waits in the operating system
        channel.close();
      } catch (IOException e) {
        // it was to be closed anyway
      }
    }
  }

  synchronized boolean isStopped() {
    return stopped;
  }
}
