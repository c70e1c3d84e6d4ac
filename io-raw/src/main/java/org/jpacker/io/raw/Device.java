package org.jpacker.io.raw;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jpacker.api.Address;
import org.jpacker.api.CaptureException;
import org.jpacker.live.LiveInterface;

/**
 * A network interface as described by the kernel.
 *
 * @param name its name
 * @param index its index, or 0 for all interfaces
 * @param hardware the type of its link layer, an {@code ARPHRD_} number
 * @param flags its {@code IFF_} flags
 * @param mac its hardware address if that has six octets, else null
 */
record Device(String name, int index, int hardware, int flags, Address.Mac mac) {
  /** The name that stands for all interfaces. */
  static final String ANY = "any";

  private static final int UP = 1;
  private static final int LOOPBACK = 8;
  private static final int RUNNING = 0x40;

  private static final int ARPHRD_ETHER = 1;

  private static final int SIOCGIFFLAGS = 0x8913;
  private static final int SIOCSIFFLAGS = 0x8914;
  private static final int SIOCGIFHWADDR = 0x8927;
  private static final int SIOCGIFINDEX = 0x8933;

  /** Octets of a name, including the terminating zero. */
  static final int NAME = 16;

  // struct ifreq: name 16, then the requested value
  private static final int IFREQ = 40;

  /**
   * The interface with this name.
   *
   * @throws CaptureException if there is none; the message lists the existing ones
   */
  static Device named(String name) {
    Failure.unlessUsable(name);
    if (name.equals(ANY)) {
      return new Device(name, 0, -1, UP, null);
    }
    try (Memory request = request(name)) {
      int socket = socket(name);
      try {
        int index = ask(name, socket, SIOCGIFINDEX, request).getInt(NAME);
        int flags = ask(name, socket, SIOCGIFFLAGS, request).getShort(NAME) & 0xffff;
        Pointer address = ask(name, socket, SIOCGIFHWADDR, request);
        int hardware = address.getShort(NAME) & 0xffff;
        Address.Mac mac = Address.Mac.of(address.getByteArray(NAME + 2, 6));
        boolean hasMac = hardware == ARPHRD_ETHER && !mac.equals(Address.Mac.ZERO);
        return new Device(name, index, hardware, flags, hasMac ? mac : null);
      } finally {
        Libc.close(socket);
      }
    }
  }

  /**
   * The interface with this name.
   *
   * @throws CaptureException if there is none or it is not up
   */
  static Device up(String name) {
    Device device = named(name);
    if (!device.isUp()) {
      throw Failure.of(name, "the interface is down: ip link set " + name + " up");
    }
    return device;
  }

  /** Brings an interface up. */
  static void switchOn(String name) {
    try (Memory request = request(name)) {
      int socket = socket(name);
      try {
        int flags = ask(name, socket, SIOCGIFFLAGS, request).getShort(NAME);
        request.setShort(NAME, (short) (flags | UP));
        if (Libc.ioctl(socket, SIOCSIFFLAGS, request) < 0) {
          throw Failure.of(name, "cannot be switched on", Libc.errno(), "net_admin");
        }
      } finally {
        Libc.close(socket);
      }
    }
  }

  /** Allocates a struct ifreq for {@code name}; the caller closes it. */
  static Memory request(String name) {
    byte[] octets = name.getBytes(StandardCharsets.UTF_8);
    if (octets.length == 0 || octets.length >= NAME) {
      throw Failure.of(
          name, "an interface has a name of 1 to " + (NAME - 1) + " octets" + existing());
    }
    Memory request = new Memory(IFREQ);
    request.clear();
    request.write(0, octets, 0, octets.length);
    return request;
  }

  /**
   * Opens a socket for interface requests; any kind will do, and a local one is always available.
   */
  private static int socket(String name) {
    int afUnix = 1;
    int socket = Libc.socket(afUnix, Libc.SOCK_DGRAM | Libc.SOCK_CLOEXEC, 0);
    if (socket < 0) {
      throw Failure.of(name, "socket", Libc.errno());
    }
    return socket;
  }

  private static Pointer ask(String name, int socket, int question, Pointer request) {
    if (Libc.ioctl(socket, question, request) < 0) {
      int errno = Libc.errno();
      throw errno == Libc.ENODEV
          ? Failure.of(name, "no such interface" + existing())
          : Failure.of(name, "cannot be asked about", errno);
    }
    return request;
  }

  private static String existing() {
    return ", there are: " + String.join(", ", names());
  }

  /** The names of all interfaces in this network namespace. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    Pointer all = Libc.if_nameindex();
    if (all == null) {
      throw Failure.of("interfaces", "cannot be listed", Libc.errno());
    }
    // struct if_nameindex: index 4, padding 4, name 8; a null name ends the list
    for (long at = 0; ; at += 16) {
      Pointer name = all.getPointer(at + 8);
      if (name == null) {
        break;
      }
      names.add(name.getString(0, "UTF-8"));
    }
    Libc.if_freenameindex(all);
    return names;
  }

  boolean isUp() {
    return (flags & UP) != 0;
  }

  boolean isLoopback() {
    return (flags & LOOPBACK) != 0;
  }

  /** Whether the interface still exists, up or down. */
  boolean exists() {
    try (Memory found = new Memory(NAME)) {
      return index == 0 || Libc.if_indextoname(index, found) != null;
    }
  }

  LiveInterface describe() {
    Set<LiveInterface.Flag> states = EnumSet.noneOf(LiveInterface.Flag.class);
    if (isUp()) {
      states.add(LiveInterface.Flag.UP);
    }
    if ((flags & RUNNING) != 0) {
      states.add(LiveInterface.Flag.RUNNING);
    }
    if (isLoopback()) {
      states.add(LiveInterface.Flag.LOOPBACK);
    }
    return new LiveInterface(
        name, "", mac, addresses(), List.of(Hardware.of(hardware).linkType()), states);
  }

  private List<LiveInterface.Assigned> addresses() {
    try {
      NetworkInterface known = NetworkInterface.getByName(name);
      return known == null
          ? List.of()
          : known.getInterfaceAddresses().stream()
              .map(Device::assigned)
              .collect(Collectors.toList());
    } catch (SocketException e) {
      throw new CaptureException(
          name, -1, "its addresses cannot be determined: " + e.getMessage(), e);
    }
  }

  private static LiveInterface.Assigned assigned(InterfaceAddress known) {
    byte[] octets = known.getAddress().getAddress();
    Address address = octets.length == 4 ? Address.Ipv4.of(octets) : Address.Ipv6.of(octets);
    return new LiveInterface.Assigned(address, known.getNetworkPrefixLength());
  }
}
