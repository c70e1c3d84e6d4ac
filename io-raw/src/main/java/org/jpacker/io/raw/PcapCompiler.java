package org.jpacker.io.raw;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.api.spi.ModuleLog;

/** libpcap's compiler for filter expressions. Nothing else of libpcap is used. */
final class PcapCompiler {
  private static final ModuleLog LOG = ModuleLog.of("org.jpacker.io.raw");

  private static final int RAW_IP_HERE = 12;
  private static final int NETMASK_UNKNOWN = -1;
  private static final int ERROR_TEXT = 256;

  // struct bpf_program: number of instructions 4, padding 4, address of the instructions 8
  private static final int PROGRAM = 16;

  private static boolean loaded;

  private PcapCompiler() {}

  /**
   * Compiles an expression.
   *
   * @param device the interface that packets come from, or null for none; the compiled program then
   *     gets VLAN tags from the kernel, since a packet's octets do not include them there
   * @throws CaptureException with the compiler's message, or if libpcap is missing
   */
  static synchronized BpfProgram compile(
      String source, String device, int linkType, int snaplen, String expression) {
    load(source);
    int type = linkType == Hardware.RAW_IP ? RAW_IP_HERE : linkType;
    long handle = device == null ? 0 : activate(device, type, snaplen);
    if (handle == 0) {
      handle = pcap_open_dead(type, snaplen);
    }
    if (handle == 0) {
      throw Failure.of(source, "libpcap has no memory for its compiler");
    }
    try (Memory program = new Memory(PROGRAM)) {
      if (pcap_compile(handle, program, expression, 1, NETMASK_UNKNOWN) < 0) {
        throw Failure.of(
            source, "the filter '" + expression + "' is refused: " + pcap_geterr(handle));
      }
      try {
        return read(program);
      } finally {
        pcap_freecode(program);
      }
    } finally {
      pcap_close(handle);
    }
  }

  private static BpfProgram read(Memory program) {
    int count = program.getInt(0);
    Pointer steps = program.getPointer(8);
    List<BpfProgram.Instruction> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Pointer step = steps.share((long) i * BpfProgram.INSTRUCTION);
      all.add(
          new BpfProgram.Instruction(
              step.getShort(0) & 0xffff,
              step.getByte(2) & 0xff,
              step.getByte(3) & 0xff,
              step.getInt(4)));
    }
    return new BpfProgram(all);
  }

  /** An activated handle for the interface, or 0 if that is impossible or its link type differs. */
  private static long activate(String device, int linkType, int snaplen) {
    try (Memory error = new Memory(ERROR_TEXT)) {
      long handle = pcap_create(device, error);
      if (handle == 0) {
        return 0;
      }
      pcap_set_snaplen(handle, snaplen);
      // no packets are read, so the smallest buffer is sufficient
      pcap_set_buffer_size(handle, 1);
      if (pcap_activate(handle) >= 0
          && (pcap_datalink(handle) == linkType || pcap_set_datalink(handle, linkType) == 0)) {
        return handle;
      }
      pcap_close(handle);
      return 0;
    }
  }

  private static void load(String source) {
    if (loaded) {
      return;
    }
    List<String> tried = List.of("pcap", "libpcap.so.1", "libpcap.so.0.8");
    for (String name : tried) {
      try {
        NativeLibrary library = NativeLibrary.getInstance(name);
        Native.register(PcapCompiler.class, library);
        loaded = true;
        LOG.debug("filters are compiled by " + library.getFile());
        return;
      } catch (UnsatisfiedLinkError e) {
        // try the next name
        LOG.debug("no library " + name + ": " + e.getMessage());
      }
    }
    throw Failure.of(
        source,
        "a filter needs libpcap, which is missing: install it (Debian, Ubuntu: apt"
            + " install libpcap0.8; Fedora: dnf install libpcap), or open without a filter");
  }

  private static native long pcap_open_dead(int linkType, int snaplen);

  private static native long pcap_create(String device, Pointer error);

  private static native int pcap_set_snaplen(long handle, int octets);

  private static native int pcap_set_buffer_size(long handle, int octets);

  private static native int pcap_activate(long handle);

  private static native int pcap_datalink(long handle);

  private static native int pcap_set_datalink(long handle, int linkType);

  private static native int pcap_compile(
      long handle, Pointer program, String expression, int optimize, int netmask);

  private static native String pcap_geterr(long handle);

  private static native void pcap_freecode(Pointer program);

  private static native void pcap_close(long handle);
}
