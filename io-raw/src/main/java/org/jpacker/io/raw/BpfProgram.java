package org.jpacker.io.raw;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.live.LiveOptions.Direction;

/**
 * A program of the classic packet filter, which the kernel runs on each packet: it returns how many
 * octets to keep, 0 for none of the packet.
 *
 * @see <a href="https://www.kernel.org/doc/html/latest/networking/filter.html">the machine</a>
 */
record BpfProgram(List<Instruction> instructions) {

  /**
   * One step.
   *
   * @param code what to do
   * @param jt steps to skip if a comparison holds
   * @param jf steps to skip if not
   * @param k the number that the step works with
   */
  record Instruction(int code, int jt, int jf, int k) {}

  /** What {@link #cooked} cannot translate. */
  static final class NotInKernel extends Exception {
    private static final long serialVersionUID = 1L;

    NotInKernel(String message) {
      super(message, null, false, false);
    }
  }

  // struct sock_filter: code 2, jt 1, jf 1, k 4
  static final int INSTRUCTION = 8;

  private static final int LOAD_OCTET = 0x30;
  private static final int LOAD_HALF = 0x28;
  private static final int LOAD_WORD = 0x20;
  private static final int JUMP_IF_EQUAL = 0x15;
  private static final int RETURN = 0x06;

  /** What the kernel knows of a packet beside its octets lies at offsets from here on. */
  private static final int ANCILLARY = -0x1000;

  private static final int PROTOCOL = ANCILLARY;
  private static final int PACKET_TYPE = ANCILLARY + 4;
  private static final int INTERFACE = ANCILLARY + 8;
  private static final int HARDWARE = ANCILLARY + 28;

  private static final int OUTGOING = 4;

  /** The number of the loopback interface in every network namespace. */
  private static final int LOOPBACK = 1;

  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;

  BpfProgram {
    instructions = List.copyOf(instructions);
  }

  /** Keeps so many octets of each packet; 0 for no packets. */
  static BpfProgram keep(int octets) {
    return new BpfProgram(List.of(new Instruction(RETURN, 0, 0, octets)));
  }

  /** This program for packets of one direction only. */
  BpfProgram only(Direction direction) {
    if (direction == Direction.BOTH) {
      return this;
    }
    boolean out = direction == Direction.OUT;
    return after(
        new Instruction(LOAD_OCTET, 0, 0, PACKET_TYPE),
        new Instruction(JUMP_IF_EQUAL, out ? 1 : 0, out ? 0 : 1, OUTGOING),
        new Instruction(RETURN, 0, 0, 0));
  }

  /**
   * This program without the packets that go out through the loopback interface: they come in there
   * again.
   */
  BpfProgram onceOnLoopback() {
    return after(
        new Instruction(LOAD_WORD, 0, 0, INTERFACE),
        new Instruction(JUMP_IF_EQUAL, 0, 3, LOOPBACK),
        new Instruction(LOAD_OCTET, 0, 0, PACKET_TYPE),
        new Instruction(JUMP_IF_EQUAL, 0, 1, OUTGOING),
        new Instruction(RETURN, 0, 0, 0));
  }

  /** This program for IPv4 and IPv6 packets only. */
  BpfProgram onlyIp() {
    return after(
        new Instruction(LOAD_HALF, 0, 0, PROTOCOL),
        new Instruction(JUMP_IF_EQUAL, 2, 0, IPV4),
        new Instruction(JUMP_IF_EQUAL, 1, 0, IPV6),
        new Instruction(RETURN, 0, 0, 0));
  }

  /** Jumps are relative, so that steps may be put in front. */
  private BpfProgram after(Instruction... first) {
    List<Instruction> all = new ArrayList<>(List.of(first));
    all.addAll(instructions);
    return new BpfProgram(all);
  }

  /**
   * This program, written for packets with a Linux cooked header (version 2), for the kernel, which
   * runs it before there is such a header: fields of the header are asked of the kernel, and what
   * lies behind moves to the front.
   */
  BpfProgram cooked() throws NotInKernel {
    List<Instruction> all = new ArrayList<>();
    for (Instruction step : instructions) {
      all.add(readsPacket(step.code()) ? cooked(step) : step);
    }
    return new BpfProgram(all);
  }

  private static boolean readsPacket(int code) {
    int mode = code & 0xe0;
    boolean absolute = mode == 0x20;
    boolean indexed = mode == 0x40;
    boolean ipHeaderLength = mode == 0xa0;
    return (code & 7) <= 1 && (absolute || indexed || ipHeaderLength);
  }

  private static Instruction cooked(Instruction step) throws NotInKernel {
    int at = step.k();
    if (Integer.compareUnsigned(at, ANCILLARY) >= 0) {
      return step;
    }
    int there;
    if (at >= Frames.SLL2_HEADER) {
      there = at - Frames.SLL2_HEADER;
    } else {
      there =
          switch (at) {
            case 0 -> PROTOCOL;
            case 4 -> INTERFACE;
            case 8 -> HARDWARE;
            case 10 -> PACKET_TYPE;
            default ->
                throw new NotInKernel("the kernel cannot look at octet " + at + " of the header");
          };
    }
    return new Instruction(step.code(), step.jt(), step.jf(), there);
  }

  /** Makes a socket run this program in place of any other; returns -1 if it is refused. */
  int attach(int socket) {
    int count = instructions.size();
    // struct sock_fprog: number of steps 2, padding 6, where they are 8
    int head = 16;
    try (Memory memory = new Memory(head + (long) count * INSTRUCTION)) {
      memory.setShort(0, (short) count);
      memory.setLong(8, Pointer.nativeValue(memory) + head);
      long at = head;
      for (Instruction step : instructions) {
        memory.setShort(at, (short) step.code());
        memory.setByte(at + 2, (byte) step.jt());
        memory.setByte(at + 3, (byte) step.jf());
        memory.setInt(at + 4, step.k());
        at += INSTRUCTION;
      }
      return Libc.setsockopt(socket, Libc.SOL_SOCKET, Libc.SO_ATTACH_FILTER, memory, head);
    }
  }
}
