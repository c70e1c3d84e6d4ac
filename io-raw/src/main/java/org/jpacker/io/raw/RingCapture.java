package org.jpacker.io.raw;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.LiveStatistics;

/** Captures from a packet socket with a ring. */
final class RingCapture implements LiveCapture {
  /**
   * Maximum block time-out, whatever the options say: it bounds the time to collect the remaining
   * packets after a stop.
   */
  private static final int MOST_MILLIS = 100;

  /** Polling interval while the interface is down: its removal is not signalled then. */
  private static final long LOOK_NANOS = 100_000_000L;

  /** How long to wait after a stop for blocks that the kernel hands over late. */
  private static final long GRACE_NANOS = (MOST_MILLIS + 30) * 1_000_000L;

  private final PacketSocket socket;
  private final BpfProgram program;
  private final Ring ring;
  private final Waiter waiter;
  private final Lease lease;
  private final Link link;
  private final Counters counters;

  // confined to the reading thread
  private final Frames frames;
  private long taken;
  private boolean isDown;

  /** Written by that thread only; reads by others need no barrier for each packet. */
  private final AtomicLong delivered = new AtomicLong();

  private volatile boolean stopped;
  private volatile CaptureException failure;
  private volatile long end;

  private RingCapture(
      PacketSocket socket, BpfProgram program, Ring ring, Waiter waiter, Link link, int snaplen) {
    this.socket = socket;
    this.program = program;
    this.ring = ring;
    this.waiter = waiter;
    this.link = link;
    this.frames = new Frames(link, snaplen);
    this.counters = new Counters(socket);
    this.lease =
        new Lease(
            () -> {
              ring.close();
              waiter.close();
              socket.close();
            });
  }

  /**
   * Opens a capture that lacks only {@link #listen}.
   *
   * @param hardware the link header of its packets
   */
  static RingCapture open(
      Device device, Hardware hardware, LiveOptions options, ProtocolRegistry registry) {
    PacketSocket socket = PacketSocket.open(device, !hardware.isCooked());
    Ring ring = null;
    try {
      BpfProgram program = program(device, hardware, options);
      int millis =
          options.immediate() ? 1 : (int) Math.min(MOST_MILLIS, options.readTimeout().toMillis());
      ring = new Ring(socket, options.bufferSize(), millis);
      if (options.promiscuous() && device.index() != 0) {
        socket.promiscuous();
      }
      Waiter waiter = new Waiter(device.name(), socket.descriptor());
      Link link = Link.of(hardware.linkType(), 0, registry);
      return new RingCapture(socket, program, ring, waiter, link, options.snaplen());
    } catch (RuntimeException e) {
      if (ring != null) {
        ring.close();
      }
      socket.close();
      throw e;
    }
  }

  private static BpfProgram program(Device device, Hardware hardware, LiveOptions options) {
    boolean isIp = hardware.isCooked() && hardware.linkType() == Hardware.RAW_IP;
    BpfProgram program = BpfProgram.keep(options.snaplen());
    if (!options.filter().isBlank()) {
      program =
          PcapCompiler.compile(
              device.name(),
              isIp ? null : device.name(),
              hardware.linkType(),
              options.snaplen(),
              options.filter());
      if (hardware.linkType() == Hardware.SLL2) {
        try {
          program = program.cooked();
        } catch (BpfProgram.NotInKernel e) {
          throw Failure.of(
              device.name(), "the filter '" + options.filter() + "': " + e.getMessage());
        }
      }
    }
    boolean isBoth = options.direction() == LiveOptions.Direction.BOTH;
    program = isBoth ? program.onceOnLoopback() : program.only(options.direction());
    return isIp ? program.onlyIp() : program;
  }

  /** Begins receiving packets. */
  RingCapture listen() {
    try {
      socket.filter(program);
      socket.listen();
      return this;
    } catch (CaptureException e) {
      close();
      throw e;
    }
  }

  /** Binds the socket but rejects all packets, so that it can join a group first. */
  void listenDeaf() {
    socket.filter(BpfProgram.keep(0));
    socket.listen();
  }

  /** Joins a group, see {@link PacketSocket#share}. */
  int share(Fanout by, int group) {
    return socket.share(by, group);
  }

  /** Ends {@link #listenDeaf}. */
  void hear() {
    socket.filter(program);
  }

  @Override
  public Link link() {
    return link;
  }

  @Override
  public Packet next() {
    return next(Long.MAX_VALUE);
  }

  @Override
  public Packet next(Duration atMost) {
    return next(Math.max(0, atMost.toNanos()));
  }

  private Packet next(long nanos) {
    if (lease.isClosed()) {
      return null;
    }
    Packet packet = frames.next();
    if (packet == null) {
      if (!await(nanos)) {
        return null;
      }
      packet = frames.next();
    }
    delivered.lazySet(delivered.getPlain() + 1);
    return packet;
  }

  /** Waits for a block with a packet; false on time-out or at the end. */
  private boolean await(long nanos) {
    if (!lease.enter()) {
      return false;
    }
    try {
      long start = System.nanoTime();
      while (!lease.isClosed()) {
        byte[] block = ring.take();
        if (block != null) {
          isDown = false;
          int packets = frames.start(block);
          taken += packets;
          if (packets > 0) {
            return true;
          }
          continue;
        }
        long now = System.nanoTime();
        boolean ending = stopped || failure != null;
        if (ending && (end - now <= 0 || counters.ask().inRing() <= taken)) {
          break;
        }
        long left = ending ? end - now : nanos - (now - start);
        if (left <= 0) {
          return false;
        }
        int happened = waiter.await(isDown ? Math.min(left, LOOK_NANOS) : left, !ending);
        if (isDown || (happened & Waiter.TROUBLE) != 0) {
          trouble();
        }
      }
    } finally {
      lease.leave();
    }
    if (failure != null && !lease.isClosed()) {
      throw failure;
    }
    return false;
  }

  /**
   * Handles an error of the interface. One that is down may come up again. If it has been removed,
   * its remaining packets are delivered before the failure.
   */
  private void trouble() {
    Device device = socket.device();
    int errno = socket.error();
    if (failure != null) {
      return;
    }
    isDown |= errno == Libc.ENETDOWN;
    if (isDown && !device.exists()) {
      fail(Failure.of(device.name(), "the interface is gone"));
    } else if (errno > 0 && errno != Libc.ENETDOWN) {
      fail(Failure.of(device.name(), "capturing", errno));
    }
  }

  private void fail(CaptureException e) {
    end = System.nanoTime() + GRACE_NANOS;
    failure = e;
  }

  @Override
  public void stop() {
    if (stopped || !lease.enter()) {
      return;
    }
    try {
      // no more packets are received or counted
      BpfProgram.keep(0).attach(socket.descriptor());
      counters.ask();
      end = System.nanoTime() + GRACE_NANOS;
      stopped = true;
      waiter.wake();
    } finally {
      lease.leave();
    }
  }

  @Override
  public boolean isStopped() {
    return stopped;
  }

  @Override
  public LiveStatistics statistics() {
    // read first, so that it never exceeds the number of received packets
    long handedOut = delivered.get();
    Counters.Counts counts;
    if (lease.enter()) {
      try {
        counts = counters.ask();
      } finally {
        lease.leave();
      }
    } else {
      counts = counters.last();
    }
    return new LiveStatistics(
        counts.received(), handedOut, counts.dropped(), counts.droppedByInterface(), 0);
  }

  @Override
  public void close() {
    stop();
    lease.close();
  }
}
