package org.jpacker.live.spi;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.LiveStatistics;

/**
 * A capture that reads in a thread of its own and passes packets to the caller through a bounded
 * queue: {@link LiveOptions#queue} for every back end.
 */
public final class QueuedCapture implements LiveCapture {
  private final LiveCapture source;
  private final int most;
  private final LiveOptions.Overflow overflow;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition packetOrEnd = lock.newCondition();
  private final Condition room = lock.newCondition();

  // guarded by the lock
  private final ArrayDeque<Packet> waiting = new ArrayDeque<>();
  private RuntimeException failure;
  private boolean atEnd;
  private boolean closed;
  private long delivered;
  private long dropped;

  private QueuedCapture(LiveCapture source, LiveOptions options) {
    this.source = source;
    this.most = options.queue();
    this.overflow = options.overflow();
  }

  /**
   * {@code source} after the queue that {@code options} specify, or unchanged if they specify none.
   */
  public static LiveCapture around(LiveCapture source, LiveOptions options) {
    if (options.queue() == 0) {
      return source;
    }
    QueuedCapture capture = new QueuedCapture(source, options);
    Thread thread = new Thread(capture::fill, "jpacker capture");
    thread.setDaemon(true);
    thread.start();
    return capture;
  }

  private void fill() {
    RuntimeException thrown = null;
    try {
      for (Packet packet = source.next(); packet != null; packet = source.next()) {
        put(packet);
      }
    } catch (RuntimeException e) {
      thrown = e;
    }
    lock.lock();
    try {
      failure = thrown;
      atEnd = true;
      packetOrEnd.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void put(Packet packet) {
    lock.lock();
    try {
      while (waiting.size() >= most && overflow == LiveOptions.Overflow.WAIT && !closed) {
        room.awaitUninterruptibly();
      }
      if (closed) {
        return;
      }
      if (waiting.size() >= most) {
        dropped++;
        if (overflow == LiveOptions.Overflow.DROP_NEWEST) {
          return;
        }
        waiting.poll();
      }
      waiting.add(packet);
      packetOrEnd.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Link link() {
    return source.link();
  }

  @Override
  public Packet next() {
    return take(Long.MAX_VALUE);
  }

  @Override
  public Packet next(Duration atMost) {
    return take(atMost.toNanos());
  }

  private Packet take(long nanos) {
    long left = nanos;
    lock.lock();
    try {
      while (waiting.isEmpty() && !atEnd && !closed) {
        if (source.isStopped()) {
          // packets taken before the stop are still on their way, followed by the end
          packetOrEnd.await();
        } else if (left > 0) {
          left = packetOrEnd.awaitNanos(left);
        } else {
          break;
        }
      }
      Packet packet = waiting.poll();
      if (packet != null) {
        delivered++;
        room.signal();
      } else if (failure != null) {
        throw failure;
      }
      return packet;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
      return null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void stop() {
    source.stop();
  }

  @Override
  public boolean isStopped() {
    return source.isStopped();
  }

  @Override
  public LiveStatistics statistics() {
    LiveStatistics counts = source.statistics();
    lock.lock();
    try {
      return new LiveStatistics(
          counts.received(),
          delivered,
          counts.droppedByKernel(),
          counts.droppedByInterface(),
          dropped);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      waiting.clear();
      packetOrEnd.signalAll();
      room.signalAll();
    } finally {
      lock.unlock();
    }
    source.close();
  }
}
