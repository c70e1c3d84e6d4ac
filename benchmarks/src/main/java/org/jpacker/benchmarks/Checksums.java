package org.jpacker.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jpacker.api.InternetChecksum;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The Internet checksum of octets in the processor's caches. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Checksums {
  /** Number of octets to sum. */
  @Param({"20", "64", "1500", "65535"})
  public int octets;

  private final byte[] data = new byte[65_536];

  /** Called by JMH. */
  public Checksums() {}

  /** Starts at an even offset. */
  @Benchmark
  public int sum() {
    return new InternetChecksum().add(data, 0, octets).value();
  }

  /** Starts at an odd offset. */
  @Benchmark
  public int sumOfOddPlace() {
    return new InternetChecksum().add(data, 1, octets).value();
  }
}
