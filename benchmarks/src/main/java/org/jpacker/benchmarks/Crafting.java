package org.jpacker.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jpacker.api.Address;
import org.jpacker.api.Packet;
import org.jpacker.api.Raw;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Crafting and changing packets: Ethernet, IPv4 and UDP with 64 octets of data. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Crafting {
  private final Address.Mac mac = Address.Mac.of("00:01:02:03:04:05");
  private final Address.Ipv4 source = Address.Ipv4.of("10.0.0.1");
  private final Address.Ipv4 destination = Address.Ipv4.of("10.0.0.2");
  private final byte[] data = new byte[64];
  private final byte[] room = new byte[1514];
  private byte[] captured;
  private Packet template;
  private Ipv4 templateIp;
  private int ttl = 1;

  /** Called by JMH. */
  public Crafting() {}

  /** Sets up the packets before measuring. */
  @Setup
  public void setUp() {
    captured = craft();
    template = Packet.read(captured.clone());
    templateIp = template.get(Ipv4.class);
  }

  /**
   * Crafts a packet from new headers, derives its lengths, numbers and both checksums, and encodes
   * it.
   */
  @Benchmark
  public byte[] craft() {
    Udp udp = new Udp().srcPort(1234).dstPort(5678);
    udp.payload(Raw.of(data));
    return Packet.of(new Ethernet().dst(mac).src(mac), new Ipv4().src(source).dst(destination), udp)
        .toBytes();
  }

  /** Changes the TTL of a captured packet and encodes it. */
  @Benchmark
  public byte[] changeTtl() {
    Packet packet = Packet.read(captured);
    packet.get(Ipv4.class).ttl(nextTtl());
    return packet.toBytes();
  }

  /** Changes the TTL of the same packet repeatedly and writes it to the same array. */
  @Benchmark
  public int template() {
    templateIp.ttl(nextTtl());
    return template.writeTo(room, 0);
  }

  /** Only copies the octets of the packet, as a baseline. */
  @Benchmark
  public byte[] copyOnly() {
    return captured.clone();
  }

  private int nextTtl() {
    ttl = (ttl & 0x7f) + 1;
    return ttl;
  }
}
