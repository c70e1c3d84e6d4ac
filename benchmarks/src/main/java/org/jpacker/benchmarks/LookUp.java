package org.jpacker.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.proto.ip.Ipv4;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Looking up the reader of a payload, in the installed protocols and in a modified copy. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LookUp {
  private final ProtocolRegistry installed = ProtocolRegistry.installed();
  private final ProtocolRegistry changed =
      installed.with(DispatchTable.ETHERTYPE.key(0x1234), Ipv4.PROTOCOL);
  private int port;

  /** Called by JMH. */
  public LookUp() {}

  private int port() {
    port = port + 7919 & 0xffff;
    return port;
  }

  /** A claimed number. */
  @Benchmark
  public Object etherType() {
    return installed.find(DispatchTable.ETHERTYPE, 0x0800);
  }

  /** Two ports, usually unclaimed. */
  @Benchmark
  public Object ports() {
    return installed.find(DispatchTable.TCP_PORT, port(), 40_000);
  }

  /** A claimed number in a registry other than the first one. */
  @Benchmark
  public Object etherTypeOfChanged() {
    return changed.find(DispatchTable.ETHERTYPE, 0x0800);
  }

  /** Two ports in a registry other than the first one. */
  @Benchmark
  public Object portsOfChanged() {
    return changed.find(DispatchTable.TCP_PORT, port(), 40_000);
  }
}
