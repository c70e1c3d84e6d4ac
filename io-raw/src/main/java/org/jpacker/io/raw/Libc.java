package org.jpacker.io.raw;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jpacker.api.spi.ModuleLog;

/**
 * The C library functions that this module uses. They are bound directly, without reflection or
 * objects per call. Addresses and sizes are longs, so only 64-bit systems are supported. Constants
 * are those of Linux's generic ABI; each struct is described where it is filled in.
 */
final class Libc {
  static final int AF_INET = 2;
  static final int AF_INET6 = 10;
  static final int AF_PACKET = 17;
  static final int SOCK_DGRAM = 2;
  static final int SOCK_RAW = 3;
  static final int SOCK_CLOEXEC = 0x80000;
  static final int SOL_SOCKET = 1;
  static final int SO_ERROR = 4;
  static final int SO_BINDTODEVICE = 25;
  static final int SO_ATTACH_FILTER = 26;
  static final int O_RDWR = 2;
  static final int O_NONBLOCK = 0x800;
  static final int O_CLOEXEC = 0x80000;
  static final int EFD_CLOEXEC = 0x80000;

  static final int EPERM = 1;
  static final int ENOENT = 2;
  static final int EINTR = 4;
  static final int EIO = 5;
  static final int EAGAIN = 11;
  static final int ENOMEM = 12;
  static final int EACCES = 13;
  static final int EBUSY = 16;
  static final int ENODEV = 19;
  static final int EINVAL = 22;
  static final int EMSGSIZE = 90;
  static final int EAFNOSUPPORT = 97;
  static final int ENETDOWN = 100;
  static final int ENOBUFS = 105;

  /** Architectures with the generic constants; MIPS and POWER, for example, differ. */
  private static final Set<String> ARCHITECTURES =
      Set.of("amd64", "x86_64", "aarch64", "riscv64", "s390x", "loongarch64");

  private static String problem;
  private static boolean asked;

  private Libc() {}

  /** Binds the functions on the first call; returns why that is impossible, and what to do. */
  static synchronized Optional<String> problem() {
    if (!asked) {
      problem = bind(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
      asked = true;
      ModuleLog.of("org.jpacker.io.raw")
          .debug(problem == null ? "the calls of the C library are bound" : problem);
    }
    return Optional.ofNullable(problem);
  }

  static String bind(String system, String architecture) {
    if (!system.equals("Linux")) {
      return "raw sockets need Linux, this is " + system + ": capture with io-libpcap";
    }
    if (!ARCHITECTURES.contains(architecture.toLowerCase(Locale.ROOT))) {
      return "raw sockets are supported on "
          + ARCHITECTURES.stream().sorted().toList()
          + ", this is "
          + architecture
          + ": capture with io-libpcap";
    }
    try {
      Native.register(Libc.class, "c");
      return null;
    } catch (LinkageError e) {
      return "JNA cannot load its native part ("
          + e.getMessage()
          + "): name a writable folder that allows programs with -Djna.tmpdir=DIR";
    }
  }

  static native int socket(int family, int type, int protocol);

  static native int bind(int socket, Pointer address, int length);

  static native int setsockopt(int socket, int level, int option, Pointer value, int length);

  static native int getsockopt(
      int socket, int level, int option, Pointer value, Pointer lengthInOut);

  static native int sendmmsg(int socket, long messages, int count, int flags);

  static native long mmap(long at, long length, int protection, int flags, int file, long offset);

  static native int munmap(long at, long length);

  static native int poll(long descriptors, long count, int millis);

  static native int eventfd(int initial, int flags);

  static native int open(String path, int flags);

  static native int close(int file);

  static native long read(int file, long into, long length);

  static native long write(int file, long from, long length);

  static native int ioctl(int file, long request, Pointer argument);

  static native int sigaction(int signal, Pointer action, Pointer before);

  static native Pointer if_nameindex();

  static native void if_freenameindex(Pointer names);

  static native Pointer if_indextoname(int index, Pointer name);

  private static native String strerror(int errno);

  /** Error number of the last failed call on this thread. */
  static int errno() {
    return Native.getLastError();
  }

  /** The system's error text, such as "No such device". */
  static String words(int errno) {
    return strerror(errno);
  }

  /** Sets an integer option; returns -1 if it is refused. */
  static int setsockopt(int socket, int level, int option, int value) {
    try (Memory memory = new Memory(4)) {
      memory.setInt(0, value);
      return setsockopt(socket, level, option, memory, 4);
    }
  }

  /** Reads an integer option; returns -1 if it is refused. */
  static int getsockopt(int socket, int level, int option) {
    try (Memory memory = new Memory(8)) {
      memory.setInt(4, 4);
      return getsockopt(socket, level, option, memory, memory.share(4)) < 0 ? -1 : memory.getInt(0);
    }
  }
}
