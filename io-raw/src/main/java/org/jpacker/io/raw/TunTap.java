package org.jpacker.io.raw;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveStatistics;
import org.jpacker.live.PacketSender;

/**
 * A virtual network interface: packets that the kernel sends through it are read here, and packets
 * written here are received by the kernel. It is created and brought up by opening it, and removed
 * by closing it, unless it already existed as a persistent device ({@code ip tuntap add}). {@code
 * ip address add 192.0.2.1/24 dev NAME} assigns an address. Requires the capability CAP_NET_ADMIN.
 *
 * <p>One thread may read; any thread may write, stop and close.
 *
 * @see <a href="https://www.kernel.org/doc/html/latest/networking/tuntap.html">TUN/TAP devices</a>
 */
public final class TunTap implements LiveCapture, PacketSender {
  private static final String DEVICE = "/dev/net/tun";

  private static final int TUNSETIFF = 0x400454ca;
  private static final short TUN = 1;
  private static final short TAP = 2;

  /** Omits the four octets of packet information before each packet. */
  private static final short NO_INFORMATION = 0x1000;

  /** Maximum octets of a packet, with link header and tags. */
  private static final int MOST = (1 << 16) + 1024;

  /** Size of the arrays that hold consecutive packets. */
  private static final int BLOCK = 1 << 17;

  private static final int EBADFD = 77;

  private final String name;
  private final int file;
  private final Link link;
  private final Waiter waiter;

  // one half is for reading, the other for writing
  private final Memory memory;
  private final ByteBuffer view;
  private final Lease lease;

  // confined to the reading thread
  private byte[] block = {};
  private int used;

  /** Written by that thread only, read by any. */
  private final AtomicLong delivered = new AtomicLong();

  private byte[] written = new byte[2048];
  private volatile boolean stopped;

  /** Drops before this was opened; a persistent device may have some. */
  private final long droppedBefore;

  private volatile long dropped;

  private TunTap(String name, int file, int linkType, ProtocolRegistry registry) {
    this.name = name;
    this.file = file;
    this.link = Link.of(linkType, 0, registry);
    this.droppedBefore = Counters.number(name, "tx_dropped");
    this.waiter = new Waiter(name, file);
    this.memory = new Memory(2 * MOST);
    this.view = memory.getByteBuffer(0, memory.size());
    this.lease =
        new Lease(
            () -> {
              waiter.close();
              memory.close();
              Libc.close(file);
            });
  }

  /**
   * Creates a device for IP packets with a name chosen by the kernel; packets are read with the
   * installed protocols.
   *
   * @throws CaptureException if it cannot be created; the message says what to do
   */
  public static TunTap tun() {
    return tun("", ProtocolRegistry.installed());
  }

  /**
   * Creates a device for IP packets, link type 101; packets of link types 228 and 229 may be
   * written too.
   *
   * @param name its name, up to 15 octets; {@code %d} in it stands for the first free number, and
   *     an empty name lets the kernel choose
   * @throws CaptureException if it cannot be created; the message says what to do
   */
  public static TunTap tun(String name, ProtocolRegistry registry) {
    return open(name, TUN, Hardware.RAW_IP, registry);
  }

  /**
   * Creates a device for Ethernet frames with a name chosen by the kernel; frames are read with the
   * installed protocols.
   *
   * @throws CaptureException if it cannot be created; the message says what to do
   */
  public static TunTap tap() {
    return tap("", ProtocolRegistry.installed());
  }

  /**
   * Creates a device for Ethernet frames.
   *
   * @param name as in {@link #tun(String, ProtocolRegistry)}
   * @throws CaptureException if it cannot be created; the message says what to do
   */
  public static TunTap tap(String name, ProtocolRegistry registry) {
    return open(name, TAP, Hardware.ETHERNET, registry);
  }

  private static TunTap open(String wanted, short kind, int linkType, ProtocolRegistry registry) {
    String called = wanted.isEmpty() ? (kind == TUN ? "tun%d" : "tap%d") : wanted;
    Failure.unlessUsable(called);
    int file = Libc.open(DEVICE, Libc.O_RDWR | Libc.O_NONBLOCK | Libc.O_CLOEXEC);
    if (file < 0) {
      int errno = Libc.errno();
      throw errno == Libc.ENOENT
          ? Failure.of(called, DEVICE + " does not exist: modprobe tun")
          : Failure.of(called, DEVICE, errno, "net_admin");
    }
    try (Memory request = Device.request(called)) {
      request.setShort(Device.NAME, (short) (kind | NO_INFORMATION));
      if (Libc.ioctl(file, TUNSETIFF, request) < 0) {
        throw refused(called, Libc.errno());
      }
      String name = request.getString(0, StandardCharsets.UTF_8.name());
      Device.switchOn(name);
      return new TunTap(name, file, linkType, registry);
    } catch (RuntimeException e) {
      Libc.close(file);
      throw e;
    }
  }

  private static CaptureException refused(String name, int errno) {
    return switch (errno) {
      case Libc.EBUSY -> Failure.of(name, "is in use by another program");
      case Libc.EINVAL ->
          Failure.of(name, "cannot be created: an interface of another kind has the name");
      default -> Failure.of(name, "cannot be created", errno, "net_admin");
    };
  }

  /** The actual name of the interface. */
  public String name() {
    return name;
  }

  @Override
  public Link link() {
    return link;
  }

  @Override
  public int linkType() {
    return link.type();
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
    if (!lease.enter()) {
      return null;
    }
    try {
      long start = System.nanoTime();
      while (!stopped) {
        int length = (int) Libc.read(file, Pointer.nativeValue(memory), MOST);
        if (length > 0) {
          return packet(length);
        }
        int errno = length < 0 ? Libc.errno() : EBADFD;
        if (errno != Libc.EAGAIN && errno != Libc.EINTR) {
          throw gone(errno);
        }
        long left = nanos - (System.nanoTime() - start);
        if (left <= 0) {
          break;
        }
        waiter.await(left, true);
      }
      return null;
    } finally {
      lease.leave();
    }
  }

  private CaptureException gone(int errno) {
    return errno == EBADFD
        ? Failure.of(name, "the interface is gone")
        : Failure.of(name, "capturing", errno);
  }

  private Packet packet(int length) {
    if (block.length - used < length) {
      block = new byte[BLOCK];
      used = 0;
    }
    int at = used;
    view.get(0, block, at, length);
    used += length;
    Instant now = Instant.now();
    long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
    delivered.lazySet(delivered.getPlain() + 1);
    return new Packet(block, at, length, length, nanos, link);
  }

  @Override
  public synchronized void write(Packet packet) {
    if (!Hardware.takes(link.type(), packet.linkType())) {
      throw Failure.of(
          name,
          "takes packets of link type " + link.type() + ", this packet's is " + packet.linkType());
    }
    int length = packet.length();
    if (length == 0 || length > MOST) {
      throw Failure.of(name, "a packet of " + length + " octets is refused");
    }
    if (written.length < length) {
      written = new byte[length];
    }
    packet.writeTo(written, 0);
    if (!lease.enter()) {
      throw Failure.of(name, "is closed");
    }
    try {
      view.put(MOST, written, 0, length);
      Patience patience = new Patience(name);
      while (Libc.write(file, Pointer.nativeValue(memory) + MOST, length) < 0) {
        int errno = Libc.errno();
        if (!Patience.isWorthIt(errno)) {
          throw refusedPacket(length, errno);
        }
        patience.pause(errno);
      }
    } finally {
      lease.leave();
    }
  }

  private CaptureException refusedPacket(int length, int errno) {
    return switch (errno) {
      case Libc.EIO -> Failure.of(name, "the interface is down: ip link set " + name + " up");
      case EBADFD -> gone(errno);
      default -> Failure.of(name, "a packet of " + length + " octets is refused", errno);
    };
  }

  /** Has no effect: packets are not buffered. */
  @Override
  public void flush() {}

  /** Stops receiving; packets waiting in the kernel are not delivered. */
  @Override
  public void stop() {
    if (stopped || !lease.enter()) {
      return;
    }
    try {
      count();
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
    if (!stopped) {
      count();
    }
    long handedOut = delivered.get();
    return new LiveStatistics(handedOut + dropped, handedOut, dropped, 0, 0);
  }

  private void count() {
    // the device is gone; the last known count remains
    dropped = Math.max(dropped, Counters.number(name, "tx_dropped") - droppedBefore);
  }

  @Override
  public void close() {
    stop();
    lease.close();
  }
}
