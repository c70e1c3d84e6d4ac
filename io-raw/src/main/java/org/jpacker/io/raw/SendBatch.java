package org.jpacker.io.raw;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jpacker.api.CaptureException;

/** Packets that a socket sends with one call of the kernel. Belongs to one thread at a time. */
final class SendBatch {
  /** Octets that a batch takes; no interface takes a packet of this size. */
  static final int OCTETS = 1 << 18;

  /** The address for a socket that is bound to its destination. */
  static final byte[] NO_NAME = {};

  /** Capacity of a batch in packets. */
  private static final int MOST = 64;

  // struct iovec: address 8, length 8
  private static final int IOVEC = 16;

  // struct mmsghdr: name 8, its length 4, padding 4, vectors 8, their number 8, control 8, its
  // length 8, flags 4, padding 4, sent 4, padding 4
  private static final int MMSGHDR = 64;

  /** Maximum octets of an address; struct sockaddr_in6 is the longest. */
  private static final int NAME = 32;

  private static final int VECTORS_AT = MOST * MMSGHDR;
  private static final int NAMES_AT = VECTORS_AT + MOST * IOVEC;
  private static final int OCTETS_AT = NAMES_AT + MOST * NAME;

  private final String device;
  private final int socket;
  private final Memory memory = new Memory(OCTETS_AT + OCTETS);
  private final long address = Pointer.nativeValue(memory);
  private final ByteBuffer view =
      memory.getByteBuffer(0, memory.size()).order(ByteOrder.nativeOrder());
  private int packets;
  private int used;

  SendBatch(String device, int socket) {
    this.device = device;
    this.socket = socket;
    memory.clear(OCTETS_AT);
    for (int i = 0; i < MOST; i++) {
      int message = i * MMSGHDR;
      view.putLong(message, address + NAMES_AT + (long) i * NAME);
      view.putLong(message + 16, address + VECTORS_AT + (long) i * IOVEC);
      view.putLong(message + 24, 1);
    }
  }

  /** Whether there is room for a packet of {@code length} octets. */
  boolean hasRoom(int length) {
    return packets < MOST && length <= OCTETS - used;
  }

  /**
   * Adds a packet; there must be room for it.
   *
   * @param name the destination, a struct sockaddr, or {@link #NO_NAME}
   */
  void add(byte[] octets, int length, byte[] name) {
    view.putInt(packets * MMSGHDR + 8, name.length);
    view.put(NAMES_AT + packets * NAME, name);
    int vector = VECTORS_AT + packets * IOVEC;
    view.putLong(vector, address + OCTETS_AT + used);
    view.putLong(vector + 8, length);
    view.put(OCTETS_AT + used, octets, 0, length);
    packets++;
    used += length;
  }

  /**
   * Sends the batch in order and empties it.
   *
   * @throws CaptureException if a packet is refused; the packets before it have been sent, those
   *     after it are discarded
   */
  void send() {
    try {
      int sent = 0;
      Patience patience = new Patience(device);
      while (sent < packets) {
        int now = Libc.sendmmsg(socket, address + (long) sent * MMSGHDR, packets - sent, 0);
        if (now > 0) {
          sent += now;
          patience.renew();
          continue;
        }
        int errno = Libc.errno();
        if (!Patience.isWorthIt(errno)) {
          throw refused(view.getLong(VECTORS_AT + sent * IOVEC + 8), errno);
        }
        patience.pause(errno);
      }
    } finally {
      packets = 0;
      used = 0;
    }
  }

  private CaptureException refused(long length, int errno) {
    String wayOut =
        switch (errno) {
          case Libc.EMSGSIZE -> ": it is larger than the interface takes";
          case Libc.EINVAL -> ": it is too short, or its header is wrong";
          case Libc.ENETDOWN -> ": ip link set " + device + " up";
          case Libc.EPERM -> ": a firewall rule forbids it";
          default -> "";
        };
    return Failure.of(
        device, "a packet of " + length + " octets is refused: " + Libc.words(errno) + wayOut);
  }

  void close() {
    memory.close();
  }
}
