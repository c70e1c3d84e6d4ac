package org.jpacker.io.libpcap;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jpacker.api.CaptureException;
import org.jpacker.api.spi.ModuleLog;
import org.jpacker.live.LiveOptions;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.PcapDirection;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.Pcaps;

/** The library itself: whether it is available, and opening handles with useful error messages. */
final class Libpcap {
  private static final ModuleLog LOG = ModuleLog.of("org.jpacker.io.libpcap");
  private static final int LINKTYPE_RAW = 101;

  /**
   * Packet time-out in milliseconds in place of libpcap's immediate mode on Linux. In that mode,
   * each packet takes the room of the largest: 8 MiB hold 128 packets, and bursts are lost.
   */
  private static final int AT_ONCE = 10;

  /**
   * Maximum packet time-out, whatever the options say: it bounds the time to collect the remaining
   * packets after a stop.
   */
  static final int MOST_MILLIS = 100;

  // return values of pcap_activate, pcap(3PCAP)
  private static final int NO_SUCH_DEVICE = -5;
  private static final int PERMISSION_DENIED = -8;
  private static final int NOT_UP = -9;
  private static final int PROMISCUOUS_DENIED = -11;

  private Libpcap() {}

  /** Determined once: a library missing at the start of the program stays missing. */
  private static final class Loaded {
    static final String PROBLEM = load();
    static final boolean POLLED = PROBLEM == null && isOlderThan(1, 10, Pcaps.libVersion());
  }

  /** Why the library cannot be used, and what to do; empty if it can. */
  static Optional<String> problem() {
    return Optional.ofNullable(Loaded.PROBLEM);
  }

  /**
   * Whether waiting for packets requires polling: before version 1.10, a wait cannot be interrupted
   * on Linux.
   */
  static boolean isPolled() {
    return Loaded.POLLED;
  }

  private static String load() {
    String name = System.getProperty("org.pcap4j.core.pcapLibName", "pcap");
    try {
      if (Native.POINTER_SIZE <= 0) {
        return "JNA does not work here";
      }
    } catch (LinkageError e) {
      return "the native part of JNA cannot be loaded ("
          + firstLine(e)
          + "); -Djna.tmpdir=DIR names a folder where it may be unpacked and run";
    }
    String file;
    try {
      file = String.valueOf(NativeLibrary.getInstance(name).getFile());
    } catch (LinkageError e) {
      LOG.debug("no library " + name + ": " + e.getMessage());
      return "libpcap was not found: install it (Debian and Ubuntu: apt install libpcap0.8, Fedora:"
          + " dnf install libpcap, Alpine: apk add libpcap)";
    }
    try {
      LOG.debug(Pcaps.libVersion() + " is " + file);
      return null;
    } catch (LinkageError e) {
      return "libpcap is incompatible: " + firstLine(e);
    }
  }

  private static String firstLine(Throwable e) {
    Throwable cause =
        e instanceof ExceptionInInitializerError && e.getCause() != null ? e.getCause() : e;
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
  }

  /** Whether {@code version}, such as "libpcap version 1.10.3 (with TPACKET_V3)", is older. */
  static boolean isOlderThan(int major, int minor, String version) {
    Matcher numbers = Pattern.compile("(\\d+)\\.(\\d+)").matcher(version);
    if (!numbers.find()) {
      return true;
    }
    int found = Integer.parseInt(numbers.group(1));
    return found < major || found == major && Integer.parseInt(numbers.group(2)) < minor;
  }

  /** Maps a DLT_ number, which depends on the system, to the LINKTYPE_ number of capture files. */
  static int linkType(int dlt) {
    return dlt == 12 || dlt == 14 ? LINKTYPE_RAW : dlt;
  }

  /**
   * Opens an interface.
   *
   * @throws CaptureException if it cannot be opened or the filter is invalid
   */
  static PcapHandle open(String name, LiveOptions options) {
    if (name.isEmpty()) {
      throw new CaptureException("live", -1, "the name of an interface is empty", null);
    }
    boolean isAwaited = options.immediate() && Platform.isLinux();
    int millis = (int) Math.min(MOST_MILLIS, options.readTimeout().toMillis());
    PcapHandle.Builder builder =
        new PcapHandle.Builder(name)
            .snaplen(options.snaplen())
            .promiscuousMode(
                options.promiscuous()
                    ? PromiscuousMode.PROMISCUOUS
                    : PromiscuousMode.NONPROMISCUOUS)
            .timeoutMillis(isAwaited ? AT_ONCE : millis)
            .bufferSize(options.bufferSize())
            .immediateMode(options.immediate() && !isAwaited);
    if (options.nanoseconds()) {
      builder.timestampPrecision(TimestampPrecision.NANO);
    }
    if (options.direction() != LiveOptions.Direction.BOTH) {
      // not "inbound" in the filter: libpcap itself filters the first packets and has no direction
      // there
      builder.direction(
          options.direction() == LiveOptions.Direction.IN ? PcapDirection.IN : PcapDirection.OUT);
    }
    PcapHandle handle;
    try {
      handle = builder.build();
    } catch (PcapNativeException e) {
      throw new CaptureException(name, -1, reason(e), e);
    }
    try {
      filter(name, handle, options.filter());
      if (isPolled()) {
        handle.setBlockingMode(PcapHandle.BlockingMode.NONBLOCKING);
      }
      return handle;
    } catch (CaptureException e) {
      handle.close();
      throw e;
    } catch (PcapNativeException | NotOpenException e) {
      handle.close();
      throw new CaptureException(name, -1, message(e), e);
    }
  }

  private static void filter(String name, PcapHandle handle, String expression)
      throws PcapNativeException, NotOpenException {
    if (expression.isBlank()) {
      return;
    }
    BpfProgram program;
    try {
      program =
          handle.compileFilter(
              expression, BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
    } catch (PcapNativeException e) {
      throw new CaptureException(
          name, -1, "the filter '" + expression + "' is wrong: " + message(e), e);
    }
    try {
      handle.setFilter(program);
    } finally {
      program.free();
    }
  }

  private static String reason(PcapNativeException e) {
    int code = e.getReturnCode() == null ? 0 : e.getReturnCode();
    return switch (code) {
      case NO_SUCH_DEVICE -> "no such interface" + others();
      case PERMISSION_DENIED ->
          "permission denied: run as root (sudo), or with the capability CAP_NET_RAW (setpriv"
              + " --inh-caps +net_raw --ambient-caps +net_raw)";
      case PROMISCUOUS_DENIED ->
          "permission denied for promiscuous mode: run as root (sudo), or without that mode";
      case NOT_UP -> "the interface is down: ip link set dev NAME up";
      default -> message(e);
    };
  }

  private static String others() {
    List<String> names = Interfaces.names();
    return names.isEmpty() ? "" : "; there are " + String.join(", ", names);
  }

  /** libpcap's own message, without the prefix that pcap4j adds. */
  static String message(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.replaceFirst(
        "^(Error occurred( in \\w+(\\(\\))?)?|Unexpected error occurred|Failed to [a-z ]+): ", "");
  }
}
