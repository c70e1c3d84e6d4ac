package org.jpacker.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jpacker.api.Capture;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.Udp;

/**
 * Walks a capture through the public API, as a user would, and sums the ports of TCP and UDP, the
 * IPv4 TTLs, and the lengths of the TCP payloads. Prints the line that the yardstick programs
 * print.
 */
public final class Walk {
  private long packets;
  private long bytes;
  private long ports;
  private long ttl;
  private long tcpPayload;

  private Walk() {}

  /** {@code Walk FILE PASSES mem|file}. */
  public static void main(String[] args) throws IOException {
    if (args.length != 3 || !args[2].matches("mem|file")) {
      System.err.println("usage: walk FILE PASSES mem|file");
      System.exit(2);
    }
    Path file = Path.of(args[0]);
    int passes = Integer.parseInt(args[1]);
    boolean inMemory = args[2].equals("mem");
    byte[] octets = inMemory ? Files.readAllBytes(file) : null;
    double[] nanos = new double[passes];
    Walk walk = new Walk();
    for (int i = 0; i < passes; i++) {
      walk = new Walk();
      long start = System.nanoTime();
      if (inMemory) {
        walk.memory(octets);
      } else {
        walk.file(file);
      }
      nanos[i] = System.nanoTime() - start;
    }
    walk.print("jpacker-" + args[2], nanos);
  }

  /**
   * Follows the record headers of a little-endian pcap file by hand: no file reader is measured.
   */
  private void memory(byte[] octets) {
    Link link = Link.of(Link.ETHERNET, 0, ProtocolRegistry.installed());
    int at = 24;
    while (octets.length - at >= 16) {
      long seconds = le32(octets, at) & 0xffffffffL;
      long micros = le32(octets, at + 4) & 0xffffffffL;
      int captured = le32(octets, at + 8);
      int original = le32(octets, at + 12);
      at += 16;
      if (octets.length - at < captured) {
        break;
      }
      long time = seconds * 1_000_000_000L + micros * 1000;
      count(new Packet(octets, at, captured, original, time, link));
      at += captured;
    }
  }

  private static int le32(byte[] octets, int at) {
    return octets[at] & 0xff
        | (octets[at + 1] & 0xff) << 8
        | (octets[at + 2] & 0xff) << 16
        | octets[at + 3] << 24;
  }

  private void file(Path file) {
    try (Capture capture = Pcap.open(file)) {
      for (Packet packet : capture) {
        count(packet);
      }
    }
  }

  private void count(Packet packet) {
    packets++;
    bytes += packet.capturedLength();
    Ipv4 ip = packet.get(Ipv4.class);
    if (ip != null) {
      ttl += ip.ttl();
    }
    Tcp tcp = packet.get(Tcp.class);
    if (tcp != null) {
      ports += tcp.srcPort() + tcp.dstPort();
      tcpPayload += tcp.size() - tcp.headerSize();
      return;
    }
    Udp udp = packet.get(Udp.class);
    if (udp != null) {
      ports += udp.srcPort() + udp.dstPort();
    }
  }

  private void print(String name, double[] nanos) {
    // the first quarter of the passes is for the compiler
    double[] warm = Arrays.copyOfRange(nanos, nanos.length / 4, nanos.length);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "%s packets=%d bytes=%d ports=%d ttl=%d tcppay=%d best=%.2f median=%.2f ns/packet%n",
        name,
        packets,
        bytes,
        ports,
        ttl,
        tcpPayload,
        warm[0] / packets,
        warm[warm.length / 2] / packets);
  }
}
