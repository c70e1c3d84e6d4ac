package org.jpacker.io.libpcap;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveStatistics;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapStat;
import org.pcap4j.core.RawPacketListener;

/**
 * Reads packets in batches. The callbacks of libpcap only collect them, so code that handles a
 * packet may do anything, including closing the capture.
 */
final class PcapCapture implements LiveCapture {
  private static final int BATCH = 256;
  private static final long FOREVER = Long.MAX_VALUE;

  /** Minimum wait in nanoseconds; enough to find packets that the kernel already has. */
  private static final long LEAST = 1_000_000;

  private static final long PAUSE = 2_000_000;

  /** How long to wait after a stop for packets that the kernel delivers late. */
  private static final long GRACE = (Libpcap.MOST_MILLIS + 50) * 1_000_000L;

  private static final long UINT = 0xffff_ffffL;

  private final String name;
  private final PcapHandle handle;
  private final Link link;

  /** Whether the handle is non-blocking and must be polled. */
  private volatile boolean polled;

  // the fields below are confined to the reading thread
  private final ArrayDeque<Packet> batch = new ArrayDeque<>(BATCH);
  private CaptureException failure;
  private long taken;
  private boolean isPastStop;

  private volatile long delivered;
  private volatile boolean stopped;
  private volatile boolean closed;

  /** Guards the fields below; the last thread that uses the handle closes it. */
  private final Object lock = new Object();

  private boolean reading;
  private boolean released;
  private long received;
  private long droppedByKernel;
  private long droppedByInterface;

  // these are set before the capture counts as stopped
  private long stopTime;
  private long end;

  PcapCapture(String name, PcapHandle handle, Link link, boolean polled) {
    this.name = name;
    this.handle = handle;
    this.link = link;
    this.polled = polled;
  }

  @Override
  public Link link() {
    return link;
  }

  @Override
  public Packet next() {
    return read(FOREVER);
  }

  @Override
  public Packet next(Duration atMost) {
    return read(Math.max(0, atMost.toNanos()));
  }

  private Packet read(long nanos) {
    long start = System.nanoTime();
    boolean looked = false;
    boolean isEnding = false;
    Packet packet = waiting();
    while (packet == null) {
      if (failure != null) {
        throw failure;
      }
      if (stopped && !isEnding) {
        isEnding = true;
        looked = false;
      }
      long left = FOREVER;
      if (isEnding) {
        left = end - System.nanoTime();
      } else if (nanos != FOREVER) {
        left = nanos - (System.nanoTime() - start);
      }
      if (left <= 0 && looked || !begin()) {
        return null;
      }
      try {
        looked = collect(Math.max(left, LEAST), isEnding);
      } finally {
        end();
      }
      packet = waiting();
    }
    // written by this thread only
    delivered = delivered + 1;
    return packet;
  }

  private Packet waiting() {
    if (closed) {
      batch.clear();
    }
    return batch.poll();
  }

  /** Returns whether the kernel was really asked; a late wake-up may interrupt the next wait. */
  private boolean collect(long nanos, boolean isEnding) {
    long start = System.nanoTime();
    Future<?> alarm = nanos == FOREVER || polled || isEnding ? null : Alarm.in(nanos, this::wake);
    RawPacketListener listener = isEnding ? this::addUntilStop : this::add;
    try {
      if (isEnding && !polled) {
        // if this thread is delayed, an alarm could fire first and hide packets that are available
        handle.setBlockingMode(PcapHandle.BlockingMode.NONBLOCKING);
        polled = true;
      }
      int count = handle.dispatch(BATCH, listener);
      if (count == 0 && polled) {
        LockSupport.parkNanos(Math.min(nanos, PAUSE));
      }
      return true;
    } catch (InterruptedException e) {
      // pcap4j's way to indicate that wake() was called
      return !polled && System.nanoTime() - start >= LEAST;
    } catch (PcapNativeException | NotOpenException e) {
      failure = new CaptureException(name, -1, Libpcap.message(e), e);
      return true;
    } finally {
      if (alarm != null) {
        alarm.cancel(false);
      }
    }
  }

  private void addUntilStop(byte[] octets) {
    add(octets);
    isPastStop |= batch.getLast().timestampNanos() > stopTime;
    if (isPastStop) {
      batch.removeLast();
    }
  }

  private void add(byte[] octets) {
    Timestamp time = handle.getTimestamp();
    long nanos = Math.floorDiv(time.getTime(), 1000L) * 1_000_000_000L + time.getNanos();
    int original = Math.max(octets.length, handle.getOriginalLength());
    batch.add(new Packet(octets, 0, octets.length, original, nanos, link));
    taken++;
  }

  /** Whether the handle may be used now; if so, {@link #end} must be called afterwards. */
  private boolean begin() {
    synchronized (lock) {
      reading = !closed && !(stopped && isEmptied());
      return reading;
    }
  }

  /**
   * Whether all packets received before the stop have been taken. The count alone is not
   * sufficient: on loopback, libpcap counts packets that it does not deliver.
   */
  private boolean isEmptied() {
    return isPastStop || taken >= received - droppedByKernel;
  }

  private void end() {
    synchronized (lock) {
      reading = false;
      if (closed) {
        release();
      }
    }
  }

  @Override
  public void stop() {
    synchronized (lock) {
      if (!stopped) {
        count();
        stopTime = ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now());
        end = System.nanoTime() + GRACE;
        stopped = true;
      }
    }
    wake();
  }

  private void wake() {
    try {
      handle.breakLoop();
    } catch (NotOpenException e) {
      // already closed, so no reader is waiting
    }
  }

  @Override
  public boolean isStopped() {
    return stopped;
  }

  @Override
  public LiveStatistics statistics() {
    synchronized (lock) {
      if (!stopped) {
        count();
      }
      // includes packets that arrived between the count and the stop
      long all = Math.max(received, delivered + droppedByKernel);
      return new LiveStatistics(all, delivered, droppedByKernel, droppedByInterface, 0);
    }
  }

  private void count() {
    try {
      PcapStat counts = handle.getStats();
      received = further(received, counts.getNumPacketsReceived());
      droppedByKernel = further(droppedByKernel, counts.getNumPacketsDropped());
      droppedByInterface = further(droppedByInterface, counts.getNumPacketsDroppedByIf());
    } catch (PcapNativeException | NotOpenException e) {
      // the interface is gone; the last known counts remain
    }
  }

  /** Advances {@code counted} to {@code now}, of which libpcap returns only the lower 32 bits. */
  static long further(long counted, long now) {
    return counted + (now - counted & UINT);
  }

  @Override
  public void close() {
    stop();
    synchronized (lock) {
      closed = true;
      if (!reading) {
        release();
      }
    }
  }

  private void release() {
    if (!released) {
      released = true;
      handle.close();
    }
  }
}
