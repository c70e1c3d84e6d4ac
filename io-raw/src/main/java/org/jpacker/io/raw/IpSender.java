package org.jpacker.io.raw;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Sends IPv4 and IPv6 packets, headers included, through raw sockets. The kernel routes by the
 * destination address and adds the link header.
 */
final class IpSender extends Sender {
  /**
   * The protocol number that indicates, for both versions, that packets include their IP header.
   */
  private static final int IPPROTO_RAW = 255;

  private static final int IPV4_HEADER = 20;
  private static final int IPV4_DST_AT = 16;
  private static final int IPV6_HEADER = 40;
  private static final int IPV6_DST_AT = 24;

  // struct sockaddr_in: family 2, port 2, address 4, padding 8
  private static final int SOCKADDR_IN = 16;

  // struct sockaddr_in6: family 2, port 2, flow 4, address 16, scope 4
  private static final int SOCKADDR_IN6 = 28;

  private final SendBatch ipv4;

  /** Null where the system has no IPv6. */
  private final SendBatch ipv6;

  private IpSender(String name, int socket4, SendBatch ipv4, int socket6, SendBatch ipv6) {
    super(
        name,
        Hardware.RAW_IP,
        () -> {
          ipv4.close();
          Libc.close(socket4);
          if (ipv6 != null) {
            ipv6.close();
            Libc.close(socket6);
          }
        });
    this.ipv4 = ipv4;
    this.ipv6 = ipv6;
  }

  /** Sends through the interface {@code device}, or through any interface if null. */
  static IpSender open(Device device) {
    String name = device == null ? "raw IP" : device.name();
    Failure.unlessUsable(name);
    int socket4 = socket(name, Libc.AF_INET, device);
    int socket6 = -1;
    try {
      socket6 = socket(name, Libc.AF_INET6, device);
    } catch (RuntimeException e) {
      Libc.close(socket4);
      throw e;
    }
    return new IpSender(
        name,
        socket4,
        new SendBatch(name, socket4),
        socket6,
        socket6 < 0 ? null : new SendBatch(name, socket6));
  }

  /** A raw socket, or -1 if the system does not support IPv6. */
  private static int socket(String name, int family, Device device) {
    int socket = Libc.socket(family, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, IPPROTO_RAW);
    if (socket < 0) {
      int errno = Libc.errno();
      if (errno == Libc.EAFNOSUPPORT && family == Libc.AF_INET6) {
        return -1;
      }
      throw Failure.of(name, "raw socket", errno, "net_raw");
    }
    if (device != null && bind(socket, device) < 0) {
      int errno = Libc.errno();
      Libc.close(socket);
      throw Failure.of(name, "cannot send", errno, "net_raw");
    }
    return socket;
  }

  private static int bind(int socket, Device device) {
    byte[] octets = device.name().getBytes(StandardCharsets.UTF_8);
    try (Memory value = new Memory(octets.length)) {
      value.write(0, octets, 0, octets.length);
      return Libc.setsockopt(socket, Libc.SOL_SOCKET, Libc.SO_BINDTODEVICE, value, octets.length);
    }
  }

  @Override
  Route route(byte[] octets, int length) {
    int version = (octets[0] & 0xff) >> 4;
    if (version == 4 && length >= IPV4_HEADER) {
      byte[] name = new byte[SOCKADDR_IN];
      family(name, Libc.AF_INET);
      System.arraycopy(octets, IPV4_DST_AT, name, 4, 4);
      return new Route(ipv4, name);
    }
    if (version == 6 && length >= IPV6_HEADER) {
      if (ipv6 == null) {
        throw Failure.of(name, "this system has no IPv6");
      }
      byte[] name = new byte[SOCKADDR_IN6];
      family(name, Libc.AF_INET6);
      System.arraycopy(octets, IPV6_DST_AT, name, 8, 16);
      return new Route(ipv6, name);
    }
    throw Failure.of(
        name,
        "a packet of "
            + length
            + " octets that begins with version "
            + version
            + " is neither IPv4 nor IPv6");
  }

  /** Writes the address family, in native byte order. */
  private static void family(byte[] name, int family) {
    ByteBuffer.wrap(name).order(ByteOrder.nativeOrder()).putShort((short) family);
  }
}
