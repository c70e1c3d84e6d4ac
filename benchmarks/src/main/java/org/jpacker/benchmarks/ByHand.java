package org.jpacker.benchmarks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The walk written by hand, for a fixed set of protocols: the cost of Java itself, without a
 * library.
 */
public final class ByHand {
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int VLAN = 0x8100;
  private static final int SERVICE_TAG = 0x88a8;
  private static final int TCP = 6;
  private static final int UDP = 17;

  /** Minimum octets of a packet: an Ethernet and an IPv4 header. */
  private static final int LEAST = 34;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private ByHand() {}

  /** Usage: {@code ByHand FILE PASSES loop|objects}. */
  public static void main(String[] args) throws Exception {
    MemoryCapture capture = MemoryCapture.of(Files.readAllBytes(Path.of(args[0])));
    boolean isLoop = args[2].equals("loop");
    Walk.measure(
        "java-" + args[2],
        Integer.parseInt(args[1]),
        () -> isLoop ? loop(capture) : objects(capture));
  }

  // --- a loop ----------------------------------------------------------------------------------

  /** Without objects: reads eight octets at once and keeps the sums in registers. */
  static Totals loop(MemoryCapture capture) {
    byte[] octets = capture.octets();
    long packets = 0;
    long bytes = 0;
    long ports = 0;
    long ttl = 0;
    long tcpPayload = 0;
    int captured;
    for (int at = capture.from(); (captured = capture.captured(at)) >= 0; ) {
      int start = at + MemoryCapture.RECORD_HEADER;
      int end = start + captured;
      at = end;
      packets++;
      bytes += captured;
      if (captured < LEAST) {
        continue;
      }
      int ip = start + 14;
      long word = (long) LONG.get(octets, start + 12);
      while (isTag((int) (word >>> 48)) && end - ip >= 10) {
        ip += 4;
        word = (long) LONG.get(octets, ip - 2);
      }
      int transport;
      int layerEnd;
      int protocol;
      if (word >>> 48 == IPV4 && end - ip >= 20) {
        int header = (int) (word >>> 38) & 0x3c;
        int length = (int) (word >>> 16) & 0xffff;
        if ((word >>> 44 & 15) != 4 || header < 20 || length < header || length > end - ip) {
          continue;
        }
        word = (long) LONG.get(octets, ip + 6);
        ttl += word >>> 40 & 0xff;
        if ((word >>> 48 & 0x1fff) != 0) {
          continue;
        }
        protocol = (int) (word >>> 32) & 0xff;
        transport = ip + header;
        layerEnd = ip + length;
      } else if (word >>> 48 == IPV6 && end - ip >= 40) {
        word = (long) LONG.get(octets, ip);
        int length = (int) (word >>> 16) & 0xffff;
        if (word >>> 60 != 6 || length > end - ip - 40) {
          continue;
        }
        protocol = (int) (word >>> 8) & 0xff;
        transport = ip + 40;
        layerEnd = transport + length;
      } else {
        continue;
      }
      int size = layerEnd - transport;
      if (protocol == TCP && size >= 20) {
        int header = octets[transport + 12] >>> 2 & 0x3c;
        if (header >= 20 && header <= size) {
          ports += u16(octets, transport) + u16(octets, transport + 2);
          tcpPayload += size - header;
        }
      } else if (protocol == UDP && size >= 8) {
        ports += u16(octets, transport) + u16(octets, transport + 2);
      }
    }
    Totals totals = new Totals();
    totals.packets = packets;
    totals.bytes = bytes;
    totals.ports = ports;
    totals.ttl = ttl;
    totals.tcpPayload = tcpPayload;
    return totals;
  }

  private static boolean isTag(int type) {
    return type == VLAN || type == SERVICE_TAG;
  }

  private static int u16(byte[] octets, int at) {
    return (octets[at] & 0xff) << 8 | octets[at + 1] & 0xff;
  }

  // --- objects ---------------------------------------------------------------------------------

  /**
   * With an object for each packet and header, doubly linked and created lazily; comparisons select
   * the next header.
   */
  static Totals objects(MemoryCapture capture) {
    Totals totals = new Totals();
    int captured;
    for (int at = capture.from();
        (captured = capture.captured(at)) >= 0;
        at += MemoryCapture.RECORD_HEADER + captured) {
      int start = at + MemoryCapture.RECORD_HEADER;
      add(totals, new Frame(capture.octets(), start, start + captured), captured);
    }
    return totals;
  }

  private static void add(Totals totals, Frame frame, int captured) {
    totals.packets++;
    totals.bytes += captured;
    Ipv4 ip = frame.get(Ipv4.class);
    if (ip != null) {
      totals.ttl += ip.octets[ip.start + 8] & 0xff;
    }
    Tcp tcp = frame.get(Tcp.class);
    if (tcp != null) {
      totals.ports += u16(tcp.octets, tcp.start) + u16(tcp.octets, tcp.start + 2);
      totals.tcpPayload += tcp.end - tcp.payloadStart;
      return;
    }
    Udp udp = frame.get(Udp.class);
    if (udp != null) {
      totals.ports += u16(udp.octets, udp.start) + u16(udp.octets, udp.start + 2);
    }
  }

  private static final class Frame {
    final byte[] octets;
    final int start;
    final int end;
    private Node first;

    Frame(byte[] octets, int start, int end) {
      this.octets = octets;
      this.start = start;
      this.end = end;
    }

    <T extends Node> T get(Class<T> type) {
      if (first == null) {
        boolean isWhole = end - start >= 14;
        first = isWhole ? new Ethernet(this) : new Rest(octets, start, end, null, this);
      }
      for (Node node = first; node != null; node = node.payload()) {
        if (type.isInstance(node)) {
          return type.cast(node);
        }
      }
      return null;
    }
  }

  private abstract static class Node {
    final byte[] octets;
    final int start;
    final int payloadStart;
    final int end;
    final Node carrier;
    final Frame frame;
    private Node payload;

    Node(byte[] octets, int start, int payloadStart, int end, Node carrier, Frame frame) {
      this.octets = octets;
      this.start = start;
      this.payloadStart = payloadStart;
      this.end = end;
      this.carrier = carrier;
      this.frame = frame;
    }

    final Node payload() {
      Node made = payload;
      if (made == null) {
        made = next();
        payload = made;
      }
      return made;
    }

    abstract Node next();

    final Node rest() {
      return new Rest(octets, payloadStart, end, this, frame);
    }

    final Node ofType(int type) {
      int size = end - payloadStart;
      if (type == IPV4 && size >= 20 && octets[payloadStart] >>> 4 == 4) {
        int header = (octets[payloadStart] & 15) * 4;
        int length = u16(octets, payloadStart + 2);
        return header < 20 || length < header || length > size
            ? rest()
            : new Ipv4(this, payloadStart + header, payloadStart + length);
      }
      if (type == IPV6 && size >= 40 && (octets[payloadStart] & 0xf0) == 0x60) {
        int length = u16(octets, payloadStart + 4);
        return length > size - 40 ? rest() : new Ipv6(this, payloadStart + 40 + length);
      }
      return isTag(type) && size >= 4 ? new Tag(this) : rest();
    }

    final Node ofProtocol(int protocol) {
      int size = end - payloadStart;
      if (protocol == TCP && size >= 20) {
        int header = octets[payloadStart + 12] >>> 2 & 0x3c;
        return header < 20 || header > size ? rest() : new Tcp(this, payloadStart + header);
      }
      return protocol == UDP && size >= 8 ? new Udp(this) : rest();
    }
  }

  private static final class Rest extends Node {
    Rest(byte[] octets, int start, int end, Node carrier, Frame frame) {
      super(octets, start, end, end, carrier, frame);
    }

    @Override
    Node next() {
      return null;
    }
  }

  private static final class Ethernet extends Node {
    Ethernet(Frame frame) {
      super(frame.octets, frame.start, frame.start + 14, frame.end, null, frame);
    }

    @Override
    Node next() {
      return ofType(u16(octets, start + 12));
    }
  }

  private static final class Tag extends Node {
    Tag(Node in) {
      super(in.octets, in.payloadStart, in.payloadStart + 4, in.end, in, in.frame);
    }

    @Override
    Node next() {
      return ofType(u16(octets, start + 2));
    }
  }

  private static final class Ipv4 extends Node {
    Ipv4(Node in, int payloadStart, int end) {
      super(in.octets, in.payloadStart, payloadStart, end, in, in.frame);
    }

    @Override
    Node next() {
      boolean isFirst = (u16(octets, start + 6) & 0x1fff) == 0;
      return isFirst ? ofProtocol(octets[start + 9] & 0xff) : rest();
    }
  }

  private static final class Ipv6 extends Node {
    Ipv6(Node in, int end) {
      super(in.octets, in.payloadStart, in.payloadStart + 40, end, in, in.frame);
    }

    @Override
    Node next() {
      return ofProtocol(octets[start + 6] & 0xff);
    }
  }

  private static final class Tcp extends Node {
    Tcp(Node in, int payloadStart) {
      super(in.octets, in.payloadStart, payloadStart, in.end, in, in.frame);
    }

    @Override
    Node next() {
      return rest();
    }
  }

  private static final class Udp extends Node {
    Udp(Node in) {
      super(in.octets, in.payloadStart, in.payloadStart + 8, in.end, in, in.frame);
    }

    @Override
    Node next() {
      return rest();
    }
  }
}
