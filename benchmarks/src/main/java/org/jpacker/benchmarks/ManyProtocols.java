package org.jpacker.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.Udp;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Dissecting with few and with many registered protocols; the result is the ratio of both in one
 * run. The packets are TCP and UDP over IPv4 with unclaimed ports, so that both look-ups fail.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class ManyProtocols {
  private static final int PACKETS = 1024;

  /** Number of registered protocols. */
  @Param({"10", "200"})
  public int protocols;

  private final byte[][] captured = new byte[PACKETS][];
  private Link link;

  /** Called by JMH. */
  public ManyProtocols() {}

  /** Sets up the registry before measuring. */
  @Setup
  public void setUp() {
    ProtocolRegistry few = few();
    few = few.with(new Others(protocols - few.protocols().size()));
    if (few.protocols().size() != protocols) {
      throw new IllegalStateException(few.protocols().size() + " protocols");
    }
    link = Link.of(Link.ETHERNET, 0, few);
    for (int i = 0; i < PACKETS; i++) {
      captured[i] = packet(i).toBytes();
    }
  }

  /** Ten installed protocols, including those of the packets. */
  private static ProtocolRegistry few() {
    List<String> kept =
        List.of("eth", "vlan", "arp", "ip", "ipv6", "tcp", "udp", "icmp", "icmpv6", "http");
    ProtocolRegistry registry = ProtocolRegistry.installed();
    for (Protocol<?> protocol : List.copyOf(registry.protocols())) {
      if (!kept.contains(protocol.name())) {
        registry = registry.without(protocol);
      }
    }
    return registry;
  }

  private static Packet packet(int i) {
    Raw data = Raw.of(new byte[64]);
    Ipv4 ip = new Ipv4().src("10.0.0.1").dst("10.0.0.2");
    int port = 40_000 + i * 7 % 1000;
    return i % 4 == 0
        ? Packet.of(new Ethernet(), ip, new Udp().srcPort(port).dstPort(port + 1000), data)
        : Packet.of(new Ethernet(), ip, new Tcp().srcPort(port).dstPort(port + 1000), data);
  }

  /** Artificial protocols, each with two numbers in the tables that are looked up. */
  private record Others(int count) implements ProtocolProvider {
    @Override
    public String module() {
      return "others";
    }

    @Override
    public List<Protocol<?>> protocols() {
      List<Protocol<?>> protocols = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        protocols.add(
            Protocol.of(
                "other" + i,
                Udp.LAYOUT,
                Udp.class,
                Udp::new,
                Udp.PROTOCOL.reader(),
                DispatchTable.UDP_PORT.key(1 + i * 13),
                DispatchTable.TCP_PORT.key(2 + i * 17)));
      }
      return protocols;
    }
  }

  /** Dissects all layers of a packet. */
  @Benchmark
  @OperationsPerInvocation(PACKETS)
  public long dissect() {
    long sum = 0;
    for (byte[] octets : captured) {
      Packet packet = new Packet(octets, 0, octets.length, octets.length, Packet.NO_TIME, link);
      sum += packet.get(Raw.class).size();
    }
    return sum;
  }
}
