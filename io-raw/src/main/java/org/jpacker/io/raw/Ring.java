package org.jpacker.io.raw;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jpacker.api.CaptureException;

/**
 * Memory into which the kernel writes packets (TPACKET_V3). It consists of blocks that belong
 * either to the kernel or to this process. A block is handed over when it is full, or some time
 * after its first packet.
 *
 * <p>Each block is copied in one piece and returned, without a system call, and packets in the copy
 * are never overwritten.
 *
 * @see <a href="https://www.kernel.org/doc/html/latest/networking/packet_mmap.html">packet mmap</a>
 */
final class Ring {
  /**
   * Octets of a block: room for any usual packet, including segments before or after offload. With
   * larger blocks there would be fewer of them, and a reader that pauses loses packets once none is
   * left, whether or not they are full.
   */
  static final int BLOCK = 1 << 17;

  // struct tpacket_block_desc: version 4, private 4, status 4, packets 4, first packet at 4, used
  // octets 4, number 8, time of first packet 8, of last 8
  static final int PACKETS_AT = 12;
  static final int FIRST_AT = 16;
  private static final int STATUS_AT = 8;
  private static final int USED_AT = 20;

  private static final int BELONGS_TO_US = 1;
  private static final int BELONGS_TO_KERNEL = 0;

  // struct tpacket_req3: block size 4, blocks 4, frame size 4, frames 4, time-out 4, private 4,
  // features 4
  private static final int TPACKET_REQ3 = 28;

  private static final int PACKET_RX_RING = 5;
  private static final int PACKET_VERSION = 10;
  private static final int TPACKET_V3 = 2;
  private static final int PROT_READ_WRITE = 3;
  private static final int MAP_SHARED = 1;

  /** Frame size: required, but without meaning in version 3. */
  private static final int FRAME = 2048;

  private static final VarHandle INT =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private final long address;
  private final int blocks;
  private final ByteBuffer memory;
  private int next;

  /**
   * Sets up the ring of a socket.
   *
   * @param octets its size, at least two blocks
   * @param millis time-out after which a block with a packet is handed over
   * @throws CaptureException if the kernel has no memory for it
   */
  Ring(PacketSocket socket, int octets, int millis) {
    String name = socket.device().name();
    blocks = Math.max(2, octets / BLOCK);
    int descriptor = socket.descriptor();
    if (Libc.setsockopt(descriptor, PacketSocket.SOL_PACKET, PACKET_VERSION, TPACKET_V3) < 0) {
      throw Failure.of(name, "a ring of TPACKET_V3 needs Linux 3.2 or newer", Libc.errno());
    }
    try (Memory request = new Memory(TPACKET_REQ3)) {
      request.clear();
      request.setInt(0, BLOCK);
      request.setInt(4, blocks);
      request.setInt(8, FRAME);
      request.setInt(12, blocks * (BLOCK / FRAME));
      request.setInt(16, millis);
      if (Libc.setsockopt(
              descriptor, PacketSocket.SOL_PACKET, PACKET_RX_RING, request, TPACKET_REQ3)
          < 0) {
        throw noMemory(name, Libc.errno());
      }
    }
    address = Libc.mmap(0, size(), PROT_READ_WRITE, MAP_SHARED, descriptor, 0);
    if (address == -1) {
      throw noMemory(name, Libc.errno());
    }
    memory = new Pointer(address).getByteBuffer(0, size()).order(ByteOrder.nativeOrder());
  }

  private CaptureException noMemory(String name, int errno) {
    String tried = "a ring of " + size() + " octets";
    return errno == Libc.ENOMEM
        ? Failure.of(name, tried + ": " + Libc.words(errno) + ": ask for a smaller buffer")
        : Failure.of(name, tried, errno);
  }

  private long size() {
    return (long) blocks * BLOCK;
  }

  /** A copy of the next block, or null if none has been handed over. */
  byte[] take() {
    int at = next * BLOCK;
    // acquire: everything that the kernel wrote before handing over is visible
    int status = (int) INT.getAcquire(memory, at + STATUS_AT);
    if ((status & BELONGS_TO_US) == 0) {
      return null;
    }
    byte[] copy = new byte[Math.min(BLOCK, (int) INT.get(memory, at + USED_AT))];
    memory.get(at, copy);
    // release: all reads are complete before the kernel may write again
    INT.setRelease(memory, at + STATUS_AT, BELONGS_TO_KERNEL);
    next = next + 1 == blocks ? 0 : next + 1;
    return copy;
  }

  /** Unmaps the memory; the ring must not be used afterwards. */
  void close() {
    Libc.munmap(address, size());
  }
}
