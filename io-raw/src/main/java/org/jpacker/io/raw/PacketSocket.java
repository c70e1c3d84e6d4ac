package org.jpacker.io.raw;

import com.sun.jna.Memory;
import org.jpacker.api.CaptureException;

/**
 * A packet socket on one interface, or on all. It receives nothing until {@link #listen}, so
 * settings made before that apply from the first packet on.
 *
 * @param device the interface that it belongs to
 * @param descriptor the file descriptor of the socket
 */
record PacketSocket(Device device, int descriptor) {
  static final int SOL_PACKET = 263;

  private static final int PACKET_ADD_MEMBERSHIP = 1;
  private static final int PACKET_FANOUT = 18;
  private static final int PACKET_MR_PROMISC = 1;
  private static final int FANOUT_UNIQUE_ID = 0x2000;
  private static final int ETH_P_ALL = 3;

  // struct sockaddr_ll: family 2, protocol 2, interface 4, hardware 2, packet type 1, length 1,
  // address 8
  private static final int SOCKADDR_LL = 20;

  // struct packet_mreq: interface 4, type 2, length 2, address 8
  private static final int PACKET_MREQ = 16;

  /**
   * Opens a socket.
   *
   * @param withLinkHeader whether packets include the interface's own link header
   */
  static PacketSocket open(Device device, boolean withLinkHeader) {
    int type = withLinkHeader ? Libc.SOCK_RAW : Libc.SOCK_DGRAM;
    int descriptor = Libc.socket(Libc.AF_PACKET, type | Libc.SOCK_CLOEXEC, 0);
    if (descriptor < 0) {
      throw Failure.of(device.name(), "packet socket", Libc.errno(), "net_raw");
    }
    return new PacketSocket(device, descriptor);
  }

  /** Begins receiving packets. */
  void listen() {
    bind(ETH_P_ALL, "cannot listen");
  }

  /** Binds to the interface for sending only; no packets are received. */
  void send() {
    bind(0, "cannot send");
  }

  private void bind(int protocol, String tried) {
    try (Memory address = new Memory(SOCKADDR_LL)) {
      address.clear();
      address.setShort(0, (short) Libc.AF_PACKET);
      address.setByte(2, (byte) (protocol >> 8));
      address.setByte(3, (byte) protocol);
      address.setInt(4, device.index());
      if (Libc.bind(descriptor, address, SOCKADDR_LL) < 0) {
        throw failed(tried, Libc.errno());
      }
    }
  }

  /** Makes the interface receive packets for other stations while the socket is open. */
  void promiscuous() {
    try (Memory member = new Memory(PACKET_MREQ)) {
      member.clear();
      member.setInt(0, device.index());
      member.setShort(4, (short) PACKET_MR_PROMISC);
      if (Libc.setsockopt(descriptor, SOL_PACKET, PACKET_ADD_MEMBERSHIP, member, PACKET_MREQ) < 0) {
        throw failed("promiscuous mode", Libc.errno());
      }
    }
  }

  /** Attaches a filter program, replacing any other. */
  void filter(BpfProgram program) {
    if (program.attach(descriptor) < 0) {
      throw failed(
          "the kernel refuses the filter of " + program.instructions().size() + " steps",
          Libc.errno());
    }
  }

  /**
   * Joins a fan-out group, which shares packets among its sockets.
   *
   * @param group the group's number, or -1 for a new group
   * @return the group's number
   */
  int share(Fanout by, int group) {
    int mode = by.ordinal() << 16;
    int value = group < 0 ? mode | FANOUT_UNIQUE_ID << 16 : mode | group;
    if (Libc.setsockopt(descriptor, SOL_PACKET, PACKET_FANOUT, value) < 0) {
      throw failed("cannot share packets by " + by, Libc.errno());
    }
    return Libc.getsockopt(descriptor, SOL_PACKET, PACKET_FANOUT) & 0xffff;
  }

  /** The pending error of the socket, which this call clears; 0 if there is none. */
  int error() {
    return Libc.getsockopt(descriptor, Libc.SOL_SOCKET, Libc.SO_ERROR);
  }

  void close() {
    Libc.close(descriptor);
  }

  private CaptureException failed(String tried, int errno) {
    return Failure.of(device.name(), tried, errno);
  }
}
