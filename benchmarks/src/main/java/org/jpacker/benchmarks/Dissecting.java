package org.jpacker.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.Udp;
import org.jpacker.scan.Row;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Dissecting packets of the yardsticks' kinds, one after the other. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Dissecting {
  private static final Link LINK = Link.of(Link.ETHERNET, 0, ProtocolRegistry.installed());

  private final byte[][] mix = SamplePackets.mix();
  private final Row row = Totals.SCAN.row();
  private final Packet read = packet(SamplePackets.tcp(64));
  private final Ipv4 ip = read.get(Ipv4.class);
  private final Tcp tcp = read.get(Tcp.class);
  private int next;

  /** Called by JMH. */
  public Dissecting() {}

  private byte[] next() {
    next = next == mix.length - 1 ? 0 : next + 1;
    return mix[next];
  }

  private static Packet packet(byte[] octets) {
    return new Packet(octets, 0, octets.length, octets.length, 0, LINK);
  }

  /** Creates the packet and its first layer. */
  @Benchmark
  public Object firstLayer() {
    return packet(next()).first();
  }

  /** Dissects down to TCP or UDP and reads two fields. */
  @Benchmark
  public int transport() {
    Packet packet = packet(next());
    Tcp tcp = packet.get(Tcp.class);
    if (tcp != null) {
      return tcp.srcPort() + tcp.dstPort();
    }
    Udp udp = packet.get(Udp.class);
    return udp.srcPort() + udp.dstPort();
  }

  /** Collects all layers in a list. */
  @Benchmark
  public Object allLayers() {
    return packet(next()).layers();
  }

  /** Scans the six columns of the walk without creating packets. */
  @Benchmark
  public long scan() {
    byte[] octets = next();
    row.read(octets, 0, octets.length, octets.length, 0, LINK);
    return row.value(0) + row.value(1) + row.value(2) + row.value(3) + row.value(4) + row.value(5);
  }

  /** Reads six fields of existing headers. */
  @Benchmark
  public long sixFields() {
    return ip.ttl() + ip.src().bits() + tcp.srcPort() + tcp.dstPort() + tcp.seq() + tcp.flags();
  }
}
