package org.jpacker.io.raw;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.live.LiveOptions.Direction;

/**
 * A program of the classic BPF, which the kernel runs on each packet: it returns the number of
 * octets to keep, 0 to reject the packet.
 *
 * @see <a href="https://www.kernel.org/doc/html/latest/networking/filter.html">the instruction
 *     set</a>
 */
record BpfProgram(List<Instruction> instructions) {

  /**
   * A single instruction.
   *
   * @param code the opcode
   * @param jt instructions to skip if a comparison is true
   * @param jf instructions to skip if it is false
   * @param k the operand
   */
  record Instruction(int code, int jt, int jf, int k) {}

  /** Thrown for a program that {@link #cooked} cannot translate. */
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

  /** Base offset of the kernel's ancillary data, such as the packet type. */
  private static final int ANCILLARY = -0x1000;

  private static final int PROTOCOL = ANCILLARY;
  private static final int PACKET_TYPE = ANCILLARY + 4;
  private static final int INTERFACE = ANCILLARY + 8;
  private static final int HARDWARE = ANCILLARY + 28;

  private static final int OUTGOING = 4;

  /** Index of the loopback interface, the same in every network namespace. */
  private static final int LOOPBACK = 1;

  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;

  BpfProgram {
    instructions = List.copyOf(instructions);
  }

  /** A program that keeps {@code octets} octets of each packet; 0 rejects all packets. */
  static BpfProgram keep(int octets) {
    return new BpfProgram(List.of(new Instruction(RETURN, 0, 0, octets)));
  }

  /** This program restricted to packets of one direction. */
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
   * This program without the outgoing packets of the loopback interface, which are received there
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

  /** This program restricted to IPv4 and IPv6 packets. */
  BpfProgram onlyIp() {
    return after(
        new Instruction(LOAD_HALF, 0, 0, PROTOCOL),
        new Instruction(JUMP_IF_EQUAL, 2, 0, IPV4),
        new Instruction(JUMP_IF_EQUAL, 1, 0, IPV6),
        new Instruction(RETURN, 0, 0, 0));
  }

  /** Prepends instructions; jumps are relative and remain valid. */
  private BpfProgram after(Instruction... first) {
    List<Instruction> all = new ArrayList<>(List.of(first));
    all.addAll(instructions);
    return new BpfProgram(all);
  }

  /**
   * Translates this program, written for packets with a Linux cooked header (version 2), for the
   * kernel, which runs it before that header exists. Loads from the header become loads of
   * ancillary data, and offsets after it move to the front.
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
                throw new NotInKernel("the kernel cannot read octet " + at + " of the header");
          };
    }
    return new Instruction(step.code(), step.jt(), step.jf(), there);
  }

  /** Attaches this program to a socket, replacing any other; returns -1 if it is refused. */
  int attach(int socket) {
    int count = instructions.size();
    // struct sock_fprog: number of instructions 2, padding 6, address of the instructions 8
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
