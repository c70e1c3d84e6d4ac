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
 * A network interface of one's own: what the kernel sends through it is read here, what is written
 * here the kernel takes as received. It is made and switched on when it is opened and gone when it
 * is closed, unless somebody made it before to stay ({@code ip tuntap add}); give it addresses with
 * {@code ip address add 192.0.2.1/24 dev NAME}. Needs the capability CAP_NET_ADMIN.
 *
 * <p>One thread reads, any may write, stop and close.
 *
 * @see <a href="https://www.kernel.org/doc/html/latest/networking/tuntap.html">the device</a>
 */
public final class TunTap implements LiveCapture, PacketSender {
  private static final String DEVICE = "/dev/net/tun";

  private static final int TUNSETIFF = 0x400454ca;
  private static final short TUN = 1;
  private static final short TAP = 2;

  /** No four octets of packet information in front. */
  private static final short NO_INFORMATION = 0x1000;

  /** The largest packet, with a link header and tags. */
  private static final int MOST = (1 << 16) + 1024;

  /** Packets that are read one after the other lie in one array of this size. */
  private static final int BLOCK = 1 << 17;

  private static final int EBADFD = 77;

  private final String name;
  private final int file;
  private final Link link;
  private final Waiter waiter;

  // one half is read into, the other is written from
  private final Memory memory;
  private final ByteBuffer view;
  private final Lease lease;

  // these belong to the thread that reads
  private byte[] block = {};
  private int used;

  /** Only that thread counts, any may ask. */
  private final AtomicLong delivered = new AtomicLong();

  private byte[] written = new byte[2048];
  private volatile boolean stopped;

  /** By the kernel before this was opened: somebody may have made the device long ago. */
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

  /** A device for IP packets, read with the installed protocols; the kernel names it. */
  public static TunTap tun() {
    return tun("", ProtocolRegistry.installed());
  }

  /**
   * A device for IP packets: link type 101; 228 and 229 may be written too.
   *
   * @param name its name, up to 15 octets, in which {@code %d} stands for the first free number;
   *     empty for one of the kernel's choice
   * @throws CaptureException if it cannot be made; the reason says what to do
   */
  public static TunTap tun(String name, ProtocolRegistry registry) {
    return open(name, TUN, Hardware.RAW_IP, registry);
  }

  /** A device for Ethernet packets, read with the installed protocols; the kernel names it. */
  public static TunTap tap() {
    return tap("", ProtocolRegistry.installed());
  }

  /**
   * A device for Ethernet packets.
   *
   * @param name as in {@link #tun(String, ProtocolRegistry)}
   * @throws CaptureException if it cannot be made; the reason says what to do
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
          ? Failure.of(called, DEVICE + " is not there: modprobe tun")
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
          Failure.of(name, "cannot be made: an interface of another kind has the name");
      default -> Failure.of(name, "cannot be made", errno, "net_admin");
    };
  }

  /** The name of the interface. */
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

  /** Nothing is held back. */
  @Override
  public void flush() {}

  /** Takes no more packets; those that wait in the kernel are not handed out. */
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
    // of a device that is gone the kernel says nothing; what it said before stays
    dropped = Math.max(dropped, Counters.number(name, "tx_dropped") - droppedBefore);
  }

  @Override
  public void close() {
    stop();
    lease.close();
  }
}
